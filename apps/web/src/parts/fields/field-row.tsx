import type { FieldRule } from '@due-process/contracts';
import { Form } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  rule: Pick<FieldRule, 'label' | 'required' | 'help'> & { type?: FieldRule['type'] };
  id: string;
  fault?: string | undefined;
  children: ReactNode;
}

/** Controls of a few characters stand two beside one another where the form is a grid. */
const narrow: ReadonlySet<FieldRule['type']> = new Set(['amountFen', 'number', 'date', 'month', 'boolean']);

/** Label, control, help and fault of one field, tied together for screen readers. */
export const FieldRow = ({ rule, id, fault, children }: Props) => (
  <Form.Item
    label={rule.label}
    htmlFor={id}
    required={rule.required ?? false}
    className={rule.type && narrow.has(rule.type) ? 'field narrow-field' : 'field'}
    style={{ marginBottom: 14 }}
    {...(fault ? { validateStatus: 'error' as const, help: <span role="alert">{fault}</span> } : {})}
    {...(rule.help ? { extra: rule.help } : {})}
  >
    {children}
  </Form.Item>
);
