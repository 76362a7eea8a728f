import { Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { ColleaguePicker } from './colleague-picker';
import type { InputProps } from './input-props';
import { OrganisationPicker } from './organisation-picker';
import { PlacePicker } from './place-picker';
import { RosterPicker } from './roster-picker';
import { grouped } from '@due-process/contracts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Short lists are buttons, which need one click; long ones are searched. */
function Choice({ rule, id, value, onChange }: InputProps) {
  const options = rule.options ?? [];
  if (options.length > 0 && options.length <= 4)
    return <Radio.Group id={id} value={value} options={options} onChange={(event) => onChange(event.target.value)} />;
  return (
    <Select
      id={id}
      value={value}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!rule.required}
      placeholder="请选择"
      onChange={onChange}
    />
  );
}

function Amount({ rule, id, value, onChange }: InputProps) {
  const inFen = rule.type === 'amountFen';
  const shown = typeof value === 'number' ? (inFen ? value / 100 : value) : null;
  return (
    <InputNumber<number | string>
      id={id}
      value={shown}
      style={{ width: '100%', maxWidth: 220 }}
      {...(inFen
        ? {
            precision: 2,
            suffix: '元',
            formatter: (figures) => grouped(String(figures ?? '')),
            parser: (typed) => (typed ?? '').replace(/[,，\s]/g, ''),
          }
        : {})}
      onChange={(next) =>
        onChange(next === null || next === '' ? undefined : inFen ? Math.round(Number(next) * 100) : Number(next))
      }
    />
  );
}

/** What must be answered is answered; what need not be is a tick. */
const YesOrNo = ({ id, value, onChange }: InputProps) => (
  <Radio.Group
    id={id}
    value={value}
    options={[
      { value: true, label: '是' },
      { value: false, label: '否' },
    ]}
    onChange={(event) => onChange(event.target.value)}
  />
);

/** The control for one field, chosen by its type alone. */
export function FieldInput(props: InputProps) {
  const { rule, id, value, onChange } = props;
  switch (rule.type) {
    case 'longText':
      return (
        <Input.TextArea
          id={id}
          value={text(value)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => onChange(event.target.value)}
          {...(rule.maxLength ? { maxLength: rule.maxLength, showCount: true } : {})}
        />
      );
    case 'date':
      return (
        <DatePicker
          id={id}
          value={typeof value === 'string' ? dayjs(value) : null}
          format={['YYYY-MM-DD', 'YYYYMMDD']}
          onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
        />
      );
    case 'month':
      return (
        <DatePicker
          id={id}
          picker="month"
          value={typeof value === 'string' ? dayjs(value) : null}
          format={['YYYY-MM', 'YYYYMM']}
          maxDate={dayjs()}
          placeholder="请选择月份"
          onChange={(day) => onChange(day?.startOf('month').format('YYYY-MM-DD'))}
        />
      );
    case 'choice':
      return <Choice {...props} />;
    case 'boolean':
      return rule.required ? (
        <YesOrNo {...props} />
      ) : (
        <Checkbox id={id} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
          是
        </Checkbox>
      );
    case 'number':
    case 'amountFen':
      return <Amount {...props} />;
    case 'agency':
      return <PlacePicker {...props} />;
    case 'roster':
      return <RosterPicker {...props} />;
    case 'organisation':
      return <OrganisationPicker {...props} />;
    case 'account':
      return <ColleaguePicker {...props} />;
    default:
      return (
        <Input
          id={id}
          value={text(value)}
          autoComplete="off"
          {...(rule.type === 'phone' || rule.type === 'bankAccount' ? { inputMode: 'numeric' as const } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
