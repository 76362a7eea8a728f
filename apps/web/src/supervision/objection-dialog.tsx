import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { write } from '../client';
import { ProblemNote } from '../parts/problem-note';
import type { Order } from './orders';

/** 申辩 by who was addressed, or the leader's decision about it; the order itself stays in the record either way. */
export function ObjectionDialog({ order, close }: { order: Order; close: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const deciding = order.objection !== null;
  const [text, setText] = useState('');
  const [withdraw, setWithdraw] = useState(false);
  const path = `/api/supervision/orders/${order.orderNo}/objection`;
  const sending = useMutation({
    mutationFn: () =>
      deciding
        ? write<Order>(`${path}/answer`, { withdraw, answer: text.trim() })
        : write<Order>(path, { objection: text.trim() }),
    onSuccess: () => {
      void message.success(deciding ? '已决定' : '已提出申辩');
      void cache.invalidateQueries({ queryKey: ['supervision'] });
      close();
    },
  });
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={`${deciding ? '决定申辩' : '申辩'} · ${order.orderNo}`}
      okText={deciding ? '决定' : '提出'}
      okButtonProps={{ loading: sending.isPending, disabled: [...text.trim()].length < 2 }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <p>{order.text}</p>
      {deciding && (
        <>
          <p>申辩：{order.objection}</p>
          <Radio.Group
            aria-label="决定"
            value={withdraw}
            options={[
              { value: false, label: '维持' },
              { value: true, label: '撤销' },
            ]}
            onChange={({ target }) => setWithdraw(target.value === true)}
          />
        </>
      )}
      <Input.TextArea
        aria-label={deciding ? '决定理由' : '申辩理由'}
        value={text}
        maxLength={500}
        showCount
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={({ target }) => setText(target.value)}
      />
      {sending.error && <ProblemNote error={sending.error} />}
    </Modal>
  );
}
