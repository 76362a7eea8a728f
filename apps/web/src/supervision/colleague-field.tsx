import { ColleaguePicker } from '../parts/fields/colleague-picker';

interface Props {
  id: string;
  value: string | undefined;
  onChange: (account: string | undefined) => void;
}

const rule = { id: 'to', label: '人员', type: 'account' } as const;

/** A colleague of the agency, outside any form of a case. */
export const ColleagueField = ({ id, value, onChange }: Props) => (
  <ColleaguePicker
    rule={rule}
    id={id}
    value={value}
    onChange={(next) => onChange(typeof next === 'string' ? next : undefined)}
  />
);
