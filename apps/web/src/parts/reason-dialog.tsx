import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ProblemNote } from './problem-note';

interface Props {
  title: string;
  /** What the act means, before it is done. */
  children: ReactNode;
  /** The act, as its button says it. */
  act: string;
  placeholder: string;
  send: (reason: string) => Promise<unknown>;
  done: string;
  /** The list that has changed then. */
  changes: QueryKey;
  close: () => void;
}

/** Something is put out of force: that takes a reason, and cannot be taken back. */
export function ReasonDialog({ title, children, act, placeholder, send, done, changes, close }: Props) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const sending = useMutation({
    mutationFn: () => send(reason.trim()),
    onSuccess: () => {
      void message.success(done);
      void cache.invalidateQueries({ queryKey: changes });
      close();
    },
  });
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={title}
      okText={act}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2, loading: sending.isPending }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <p className="quiet">{children}</p>
      <Input.TextArea
        aria-label={`${act}的原因`}
        placeholder={placeholder}
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
