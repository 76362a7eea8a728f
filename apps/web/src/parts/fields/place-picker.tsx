import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { read } from '../../client';
import type { InputProps } from './input-props';

interface Place {
  code: string;
  name: string;
}

const codeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? (value as Place).code : typeof value === 'string' ? value : undefined;

/** Places by name or code; a city that is not listed is named by its six-digit code. */
export function PlacePicker({ id, value, onChange }: InputProps) {
  const [typed, setTyped] = useState('');
  const { data } = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => read<{ places: Place[] }>('/api/places', {}, signal),
    staleTime: Infinity,
  });
  const known = data?.places ?? [];
  const other = /^\d{6}$/.test(typed) && !known.some(({ code }) => code === typed) ? [{ code: typed, name: '' }] : [];
  const chosen = codeOf(value);
  return (
    <Select
      id={id}
      {...(chosen ? { value: chosen } : {})}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      placeholder="输入城市名或 6 位区划代码"
      options={[...known, ...other].map(({ code, name }) => ({ value: code, label: `${code} ${name}`.trim() }))}
      onChange={onChange}
    />
  );
}
