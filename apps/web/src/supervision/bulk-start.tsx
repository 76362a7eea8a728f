import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { isProblem, write } from '../client';
import { useColleagues } from '../parts/fields/use-colleagues';
import { ProblemNote } from '../parts/problem-note';
import type { BulkDetail } from './bulk';
import { ColleagueField } from './colleague-field';

const kinds = [
  { value: 'handOver', label: '整体移交：把一人手上的待办转给另一人' },
  { value: 'mergeUnits', label: '科室合并：把一个科室的待办转到另一科室' },
  { value: 'remind', label: '批量催办：催办全部临期或超期的办件' },
] as const;
type Kind = (typeof kinds)[number]['value'];

const lights = [
  { value: 'yellow', label: '临近到期' },
  { value: 'red', label: '超期' },
];

/** What is to be done and with which cases; nothing is done before it was looked at and confirmed. */
export function BulkStart({ close }: { close: (id?: string) => void }) {
  const cache = useQueryClient();
  const colleagues = useColleagues();
  const [kind, setKind] = useState<Kind>('handOver');
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [light, setLight] = useState('yellow');
  const [reason, setReason] = useState('');
  const select = kind === 'remind' ? { light } : kind === 'handOver' ? { assignee: from } : { unit: from };
  const target = kind === 'handOver' ? { to } : kind === 'mergeUnits' ? { unit: to } : {};
  const previewing = useMutation({
    mutationFn: () => write<BulkDetail>('/api/supervision/bulk', { kind, reason: reason.trim(), select, ...target }),
    onSuccess: ({ id }) => {
      void cache.invalidateQueries({ queryKey: ['supervision', 'bulk'] });
      close(id);
    },
  });
  const complete = [...reason.trim()].length >= 2 && (kind === 'remind' || (from !== undefined && to !== undefined));
  const units = (colleagues.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const unitPicker = (id: string, value: string | undefined, choose: (next: string) => void) => (
    <Select id={id} value={value ?? null} options={units} onChange={(next) => choose(next ?? '')} />
  );
  const person = (id: string, value: string | undefined, choose: (next: string | undefined) => void) => (
    <ColleagueField id={id} value={value} onChange={choose} />
  );
  return (
    <Modal
      open
      mask={{ closable: false }}
      title="批量办理"
      okText="预览"
      okButtonProps={{ disabled: !complete, loading: previewing.isPending }}
      onOk={() => previewing.mutate()}
      onCancel={() => close()}
    >
      <Form layout="vertical">
        <Form.Item label="办理内容">
          <Radio.Group
            aria-label="办理内容"
            value={kind}
            options={[...kinds]}
            onChange={({ target: chosen }) => {
              setKind(chosen.value as Kind);
              setFrom(undefined);
              setTo(undefined);
            }}
          />
        </Form.Item>
        {kind === 'remind' ? (
          <Form.Item label="哪些办件" htmlFor="bulk-light">
            <Select id="bulk-light" value={light} options={lights} onChange={setLight} />
          </Form.Item>
        ) : (
          <>
            <Form.Item label={kind === 'handOver' ? '原经办人' : '原科室'} required htmlFor="bulk-from">
              {kind === 'handOver' ? person('bulk-from', from, setFrom) : unitPicker('bulk-from', from, setFrom)}
            </Form.Item>
            <Form.Item label={kind === 'handOver' ? '接办人' : '接收科室'} required htmlFor="bulk-to">
              {kind === 'handOver' ? person('bulk-to', to, setTo) : unitPicker('bulk-to', to, setTo)}
            </Form.Item>
          </>
        )}
        <Form.Item label="理由" required htmlFor="bulk-reason" extra="写入每件办件的办理过程。">
          <Input
            id="bulk-reason"
            value={reason}
            maxLength={200}
            onChange={({ target: input }) => setReason(input.value)}
          />
        </Form.Item>
      </Form>
      {isProblem(previewing.error) && <ProblemNote error={previewing.error} />}
    </Modal>
  );
}
