import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { write } from '../client';
import { ProblemNote } from '../parts/problem-note';
import type { UnmatchedLetter } from './letters';

export function DismissDialog({ letter, close }: { letter: UnmatchedLetter; close: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const sending = useMutation({
    mutationFn: () => write(`/api/exchange/unmatched/${letter.letterNo}/dismiss`, { reason: reason.trim() }),
    onSuccess: () => {
      void message.success('已登记为不予采用');
      void cache.invalidateQueries({ queryKey: ['unmatched'] });
      close();
    },
  });
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={`不予采用 · ${letter.title}`}
      okText="不予采用"
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: sending.isPending }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <p className="quiet">
        {letter.from.name}的 {letter.letterNo}。原因随函件保存，不能撤回。
      </p>
      <Input.TextArea
        aria-label="原因"
        placeholder="写明为什么不采用，如：重复来函，原件已收"
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
