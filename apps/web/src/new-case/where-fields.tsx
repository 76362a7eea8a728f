import type { ItemPublished } from '@due-process/contracts';
import { Checkbox, DatePicker, Form, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useAccount } from '../client';
import { today } from '../parts/dates';
import { channelsFor, type Entry } from './entry';
import type { Faults } from './faults';

interface Props {
  item: ItemPublished;
  entry: Entry;
  faults: Faults;
  change: (part: (before: Entry) => Entry) => void;
}

/** Posts that may enter a true date of receipt other than today. */
const mayBackdate = ['window', 'review', 'head', 'supervise'];

const faultOf = (fault: string | undefined) =>
  fault ? { validateStatus: 'error' as const, help: <span role="alert">{fault}</span> } : {};

/** Which situation of the item it is: the rest of the form and the papers follow from it. */
export function VariantField({ item, entry, faults, change }: Props) {
  const id = useId();
  if (item.variants.length === 0) return null;
  return (
    <Form.Item label="办理情形" required htmlFor={id} {...faultOf(faults['variant'])}>
      <Radio.Group
        id={id}
        value={entry.variant}
        options={item.variants.map(({ id: value, name }) => ({ value, label: name }))}
        onChange={({ target }) => change((before) => ({ ...before, variant: target.value as string }))}
      />
    </Form.Item>
  );
}

/** Where the papers come in, by which way, and when. */
export function WhereFields({ item, entry, faults, change }: Props) {
  const { roles } = useAccount();
  const id = useId();
  const set = (part: Partial<Entry>): void => change((before) => ({ ...before, ...part }));
  const channels = channelsFor(item, roles).map(({ id: value, name }) => ({ value, label: name }));
  return (
    <>
      <Form.Item label="受理机构" required htmlFor={`${id}-office`} {...faultOf(faults['officeId'])}>
        <Select
          id={`${id}-office`}
          {...(entry.officeId ? { value: entry.officeId } : {})}
          showSearch={{ optionFilterProp: 'label' }}
          options={item.offices.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={(officeId: string) => set({ officeId })}
        />
      </Form.Item>
      <Form.Item label="办理渠道" required htmlFor={`${id}-channel`} {...faultOf(faults['channel'])}>
        <Select
          id={`${id}-channel`}
          {...(entry.channel ? { value: entry.channel } : {})}
          options={channels}
          onChange={(channel: string) => set({ channel })}
        />
      </Form.Item>
      {roles.some((role) => mayBackdate.includes(role)) && (
        <Form.Item label="收件日期" htmlFor={`${id}-received`} {...faultOf(faults['receivedAt'])}>
          <Checkbox
            checked={entry.receivedAt !== undefined}
            onChange={({ target }) =>
              change(({ receivedAt: _old, ...rest }) => (target.checked ? { ...rest, receivedAt: today() } : rest))
            }
          >
            补录（材料此前已收到）
          </Checkbox>
          {entry.receivedAt !== undefined && (
            <DatePicker
              id={`${id}-received`}
              aria-label="实际收件日期"
              value={dayjs(entry.receivedAt)}
              allowClear={false}
              format={['YYYY-MM-DD', 'YYYYMMDD']}
              maxDate={dayjs(today())}
              onChange={(day) => day && set({ receivedAt: day.format('YYYY-MM-DD') })}
            />
          )}
        </Form.Item>
      )}
    </>
  );
}
