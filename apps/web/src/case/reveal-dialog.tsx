import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { write } from '../client';
import { useProblem } from '../parts/use-problem';

interface Props {
  caseNo: string;
  fields: readonly string[];
  shown: (values: Record<string, string>) => void;
  close: () => void;
}

export function RevealDialog({ caseNo, fields, shown, close }: Props) {
  const [reason, setReason] = useState('');
  const tell = useProblem();
  const reveal = useMutation({
    mutationFn: () => write<{ values: Record<string, string> }>(`/api/cases/${caseNo}/reveal`, { fields, reason }),
    onSuccess: ({ values }) => shown(values),
    onError: tell,
  });
  const enough = [...reason.trim()].length >= 2;
  return (
    <Modal
      open
      title="查看完整个人信息"
      okText="查看"
      okButtonProps={{ disabled: !enough }}
      confirmLoading={reveal.isPending}
      onOk={() => reveal.mutate()}
      onCancel={close}
    >
      <Form layout="vertical" onFinish={() => enough && reveal.mutate()}>
        <Form.Item label="查看理由" htmlFor="reveal-reason" required extra="查看人、时间和理由会被记录。">
          <Input
            id="reveal-reason"
            autoFocus
            maxLength={200}
            value={reason}
            placeholder="如：电话通知申请人补正"
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
