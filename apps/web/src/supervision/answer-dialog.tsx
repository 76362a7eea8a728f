import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { write } from '../client';
import { ProblemNote } from '../parts/problem-note';
import type { Order } from './orders';

export function AnswerDialog({ order, close }: { order: Order; close: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [reply, setReply] = useState('');
  const sending = useMutation({
    mutationFn: () => write<Order>(`/api/supervision/orders/${order.orderNo}/answer`, { reply: reply.trim() }),
    onSuccess: () => {
      void message.success('已答复');
      void cache.invalidateQueries({ queryKey: ['supervision'] });
      close();
    },
  });
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={`答复 ${order.orderNo}`}
      okText="答复"
      okButtonProps={{ loading: sending.isPending, disabled: [...reply.trim()].length < 2 }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <p>{order.text}</p>
      <p className="quiet">
        {order.issuedByName} 发出，请于 {order.replyBy} 前答复；答复后不能修改。
      </p>
      <Input.TextArea
        aria-label="答复内容"
        placeholder="写明原因、已采取的措施和办结时间"
        value={reply}
        maxLength={500}
        showCount
        autoSize={{ minRows: 3, maxRows: 8 }}
        autoFocus
        onChange={({ target }) => setReply(target.value)}
      />
      {sending.error && <ProblemNote error={sending.error} />}
    </Modal>
  );
}
