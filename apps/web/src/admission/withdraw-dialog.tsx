import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { write } from '../client';
import { ProblemNote } from '../parts/problem-note';
import type { AcceptanceWindow } from './windows';

export function WithdrawDialog({ window, close }: { window: AcceptanceWindow; close: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const sending = useMutation({
    mutationFn: () => write(`/api/acceptance-windows/${window.id}/withdraw`, { reason: reason.trim() }),
    onSuccess: () => {
      void message.success('已撤回');
      void cache.invalidateQueries({ queryKey: ['acceptance-windows'] });
      close();
    },
  });
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={`撤回 · ${window.name}`}
      okText="撤回"
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2, loading: sending.isPending }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <p className="quiet">已收的 {window.admitted} 件不受影响；其后的申请不再按它受理。</p>
      <Input.TextArea
        aria-label="撤回原因"
        value={reason}
        maxLength={200}
        showCount
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        onChange={({ target }) => setReason(target.value)}
      />
      {sending.error && <ProblemNote error={sending.error} />}
    </Modal>
  );
}
