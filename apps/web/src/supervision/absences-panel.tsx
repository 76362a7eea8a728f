import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Modal, Table } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { isProblem, read, write } from '../client';
import { Loaded } from '../parts/loaded';
import { ColleagueField } from './colleague-field';

interface Person {
  id: string;
  displayName: string;
  from: string | null;
  to: string | null;
  deputy: string | null;
  deputyName: string | null;
  held: number;
}

/** 请假代理: who is away until when, who is told instead, and how much work still stands on their name. */
export function AbsencesPanel() {
  const [editing, setEditing] = useState<Person>();
  const people = useQuery({
    queryKey: ['supervision', 'absences'],
    queryFn: ({ signal }) => read<{ people: Person[] }>('/api/absences', {}, signal),
  });
  return (
    <Loaded query={people}>
      {(data) => (
        <>
          <Table<Person>
            size="small"
            rowKey="id"
            dataSource={data.people}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            columns={[
              { title: '人员', dataIndex: 'displayName' },
              { title: '手上待办', dataIndex: 'held', width: 90, align: 'right' },
              { title: '请假', render: (_, { from, to }) => (from ? `${from} 至 ${to ?? '另行通知'}` : '在岗') },
              { title: '代理人', render: (_, { deputyName }) => deputyName ?? '--' },
              {
                title: '操作',
                width: 90,
                render: (_, person) => (
                  <Button size="small" onClick={() => setEditing(person)}>
                    登记
                  </Button>
                ),
              },
            ]}
          />
          {editing && <AbsenceDialog person={editing} close={() => setEditing(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function AbsenceDialog({ person, close }: { person: Person; close: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [days, setDays] = useState<[Dayjs | null, Dayjs | null]>([
    person.from ? dayjs(person.from) : null,
    person.to ? dayjs(person.to) : null,
  ]);
  const [deputy, setDeputy] = useState(person.deputy ?? undefined);
  const text = (day: Dayjs | null): string | null => day?.format('YYYY-MM-DD') ?? null;
  const saving = useMutation({
    mutationFn: () =>
      write('/api/absences', { account: person.id, from: text(days[0]), to: text(days[1]), deputy: deputy ?? null }),
    onSuccess: () => {
      void message.success('已登记');
      void cache.invalidateQueries({ queryKey: ['supervision'] });
      close();
    },
    onError: (error) =>
      message.error(isProblem(error) ? (error.errors[0]?.message ?? error.detail ?? error.title) : '没有成功，请重试'),
  });
  return (
    <Modal
      open
      title={`请假与代理 · ${person.displayName}`}
      okText="登记"
      okButtonProps={{ loading: saving.isPending }}
      onOk={() => saving.mutate()}
      onCancel={close}
    >
      <Form layout="vertical">
        <Form.Item label="请假起止" extra="清空起止即销假。">
          <DatePicker.RangePicker
            aria-label="请假起止"
            value={days}
            allowEmpty={[true, true]}
            onChange={(range) => setDays(range ?? [null, null])}
          />
        </Form.Item>
        <Form.Item label="代理人" htmlFor="absence-deputy" extra="请假期间的催督办改发代理人；待办的移交请用批量办理。">
          <ColleagueField id="absence-deputy" value={deputy} onChange={setDeputy} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
