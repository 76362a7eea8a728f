import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { isProblem, messagesByField, write } from '../client';
import { today } from '../parts/dates';
import { ProblemNote } from '../parts/problem-note';
import type { Institution } from './institutions';

/** 协议终止: the month in which it ends is still settled. */
export function EndDialog({ institution, close }: { institution: Institution; close: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [endedOn, setEndedOn] = useState(today());
  const [reason, setReason] = useState('');
  const sending = useMutation({
    mutationFn: () => write(`/api/institutions/${institution.creditCode}/end`, { endedOn, reason: reason.trim() }),
    onSuccess: () => {
      void message.success(`已终止：${institution.name}`);
      void cache.invalidateQueries({ queryKey: ['institutions'] });
      close();
    },
  });
  const fault = isProblem(sending.error) ? messagesByField(sending.error)['endedOn'] : undefined;
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={`终止协议 · ${institution.name}`}
      okText="终止"
      okButtonProps={{ danger: true, disabled: [...reason.trim()].length < 2, loading: sending.isPending }}
      onOk={() => sending.mutate()}
      onCancel={close}
    >
      <Form layout="vertical">
        <Form.Item
          label="协议最后一日"
          required
          htmlFor="institution-ended"
          extra="这一日所在的月份仍结算，其后不再自动建立结算办件；已有的办件不受影响。"
          {...(fault ? { validateStatus: 'error' as const, help: <span role="alert">{fault}</span> } : {})}
        >
          <DatePicker
            id="institution-ended"
            allowClear={false}
            value={dayjs(endedOn)}
            format={['YYYY-MM-DD', 'YYYYMMDD']}
            onChange={(day) => day && setEndedOn(day.format('YYYY-MM-DD'))}
          />
        </Form.Item>
        <Form.Item label="终止原因" required htmlFor="institution-end-reason">
          <Input
            id="institution-end-reason"
            autoFocus
            maxLength={200}
            value={reason}
            placeholder="如：协议期满不再续签"
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
      {sending.error && !fault && <ProblemNote error={sending.error} />}
    </Modal>
  );
}
