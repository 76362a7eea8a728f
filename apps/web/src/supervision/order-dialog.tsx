import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { isProblem, messagesByField, write } from '../client';
import { today } from '../parts/dates';
import { orderLevels, type Order } from './orders';

interface Props {
  caseNo: string;
  close: () => void;
}

/** 督办单 to whoever holds the work, with the day by which they answer. */
export function OrderDialog({ caseNo, close }: Props) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [level, setLevel] = useState<Order['level']>('order');
  const [text, setText] = useState('请说明未按时办理的原因，提出办结时间，并立即办理。');
  const [replyBy, setReplyBy] = useState<string>();
  const sending = useMutation({
    mutationFn: () => write<Order>('/api/supervision/orders', { caseNo, level, text, ...(replyBy ? { replyBy } : {}) }),
    onSuccess: ({ orderNo, addresseeName, replyBy: by }) => {
      void message.success(`已向${addresseeName}发出 ${orderNo}，答复期限 ${by}`);
      void cache.invalidateQueries({ queryKey: ['supervision'] });
      close();
    },
  });
  const problem = isProblem(sending.error) ? sending.error : undefined;
  const faults = problem ? messagesByField(problem) : {};
  const fault = (field: string) =>
    faults[field] ? { validateStatus: 'error' as const, help: <span role="alert">{faults[field]}</span> } : {};
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={`发督办单 · ${caseNo}`}
      okText="发出"
      okButtonProps={{ loading: sending.isPending, disabled: text.trim() === '' }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <Form layout="vertical">
        <Form.Item label="类别" extra="黄牌、红牌在办件办结后仍保留。">
          <Radio.Group
            aria-label="类别"
            value={level}
            options={[...orderLevels]}
            onChange={({ target }) => setLevel(target.value as Order['level'])}
          />
        </Form.Item>
        <Form.Item label="督办内容" required htmlFor="order-text" {...fault('text')}>
          <Input.TextArea
            id="order-text"
            value={text}
            maxLength={500}
            showCount
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
        <Form.Item
          label="答复期限"
          htmlFor="order-reply"
          extra="不选为 3 个工作日；申辩期为 5 个工作日。"
          {...fault('replyBy')}
        >
          <DatePicker
            id="order-reply"
            value={replyBy ? dayjs(replyBy) : null}
            placeholder="3 个工作日"
            minDate={dayjs(today())}
            onChange={(day) => setReplyBy(day?.format('YYYY-MM-DD'))}
          />
        </Form.Item>
      </Form>
      {problem && problem.errors.length === 0 && (
        <Alert type="error" showIcon role="alert" title={problem.title} description={problem.detail} />
      )}
    </Modal>
  );
}
