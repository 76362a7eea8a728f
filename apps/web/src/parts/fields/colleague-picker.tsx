import type { Role } from '@due-process/contracts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { read } from '../../client';
import { roleWords } from '../role-words';
import type { InputProps } from './input-props';

export interface Colleague {
  id: string;
  displayName: string;
  roles: Role[];
  units: { id: string; name: string }[];
}
interface Directory {
  colleagues: Colleague[];
  units: { id: string; name: string }[];
}

export const useColleagues = (narrowed: { unit?: string; role?: string } = {}) =>
  useQuery({
    queryKey: ['colleagues', narrowed],
    queryFn: ({ signal }) => read<Directory>('/api/colleagues', narrowed, signal),
    staleTime: 60_000,
  });

export function ColleaguePicker({ id, value, onChange, colleaguesOf }: InputProps) {
  const { data, isPending } = useColleagues(colleaguesOf);
  return (
    <Select
      id={id}
      {...(typeof value === 'string' ? { value } : {})}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入姓名查找"
      notFoundContent="没有可以办理此环节的同事"
      options={(data?.colleagues ?? []).map(({ id: account, displayName, roles }) => ({
        value: account,
        label: `${displayName}（${roles.map((role) => roleWords[role]).join('、')}）`,
      }))}
      onChange={onChange}
    />
  );
}
