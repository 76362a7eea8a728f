import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { read } from '../../client';
import type { InputProps } from './input-props';

interface Organisation {
  id: string;
  name: string;
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : undefined;

/** An organisation that the agency knows, by name. */
export function OrganisationPicker({ id, rule, value, onChange, region }: InputProps) {
  const kinds = rule.kinds?.join(',');
  const { data, isPending } = useQuery({
    queryKey: ['organisations', region, kinds],
    queryFn: ({ signal }) => read<{ organisations: Organisation[] }>('/api/organisations', { region, kinds }, signal),
    staleTime: 60_000,
  });
  const chosen = idOf(value) ?? (typeof value === 'string' ? value : undefined);
  return (
    <Select
      id={id}
      {...(chosen ? { value: chosen } : {})}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入单位名称查找"
      notFoundContent="名单中没有这个单位"
      options={(data?.organisations ?? []).map(({ id: code, name }) => ({ value: code, label: name }))}
      onChange={onChange}
    />
  );
}
