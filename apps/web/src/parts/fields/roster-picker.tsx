import { useQuery } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { read, write } from '../../client';
import { ProblemNote } from '../problem-note';
import type { InputProps } from './input-props';

interface Roster {
  id: string;
  fileName: string;
  lines: number;
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null
    ? (value as { code: string }).code
    : typeof value === 'string'
      ? value
      : undefined;

/** 花名册: the file goes up at once and is counted; the form keeps its number. */
export function RosterPicker({ id, value, onChange }: InputProps) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const chosen = idOf(value);
  const { data } = useQuery({
    queryKey: ['roster', chosen],
    queryFn: ({ signal }) => read<Roster>(`/api/rosters/${chosen}`, {}, signal),
    enabled: chosen !== undefined,
    staleTime: 60_000,
  });
  const take = async (file: File): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      const body = new FormData();
      body.set('file', file);
      onChange((await write<Roster>('/api/rosters', body)).id);
    } catch (problem) {
      setFault(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Upload
        id={id}
        accept=".xlsx,.csv,.ndjson"
        showUploadList={false}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <Button loading={busy}>{chosen ? '换一份名册' : '选择名册文件'}</Button>
      </Upload>
      <p className="quiet" aria-live="polite">
        {data
          ? `${data.fileName}，共 ${data.lines} 人`
          : '.xlsx 或 .csv；首行为标题，须有“姓名”“身份证号”两列；最多 50000 人'}
      </p>
      {fault !== undefined && <ProblemNote error={fault} />}
    </div>
  );
}
