import { Button, DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';

interface Props {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  fault: string | undefined;
}

/** The true date of what happened earlier and is entered now. Out of the way, since nearly everything happens today. */
export function OccurredOn({ value, onChange, fault }: Props) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button type="link" size="small" className="why" onClick={() => setOpen(true)}>
        不是今天办的？补录实际日期
      </Button>
    );
  return (
    <Form.Item
      label="实际办理日期"
      htmlFor="occurred-on"
      extra="补录较早的日期须有权限，时限从该日起算。"
      {...(fault ? { validateStatus: 'error' as const, help: <span role="alert">{fault}</span> } : {})}
    >
      <DatePicker
        id="occurred-on"
        value={value ? dayjs(value) : null}
        maxDate={dayjs()}
        format={['YYYY-MM-DD', 'YYYYMMDD']}
        onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
      />
    </Form.Item>
  );
}
