import { Table } from 'antd';
import type { ClockKind, LimitUnit, RungReceiver, RungRule } from '@due-process/contracts';
import { withWeekday } from '../parts/dates';
import { Mark } from '../parts/mark';

export interface LadderMessage {
  rung: string;
  words: string;
  on: string;
  receivers: { id: RungReceiver; name: string; people: string[] }[];
  sms: boolean;
  text: string;
}
export interface LadderLimit {
  clock: string;
  name: string;
  kind: ClockKind;
  quantity: number;
  unit: LimitUnit;
  dueOn: string;
  provisional: boolean;
  rungs: RungRule[];
  messages: LadderMessage[];
  proposed: LadderMessage[] | null;
}
export interface LadderAnswer {
  office: string;
  startOn: string;
  calendarVersion: string;
  limits: LadderLimit[];
}

interface Row extends LadderMessage {
  key: string;
  limit: LadderLimit;
  /** Whether only the ladder in force or only the proposed one sends it. */
  change: 'goes' | 'comes' | null;
}

const same = (a: LadderMessage, b: LadderMessage): boolean =>
  a.on === b.on && a.sms === b.sms && a.receivers.map(({ id }) => id).join() === b.receivers.map(({ id }) => id).join();

/** Messages of one limit: those of both ladders once, what a proposal takes away and brings beside them. */
function rowsOf(limit: LadderLimit): Row[] {
  const row = (message: LadderMessage, change: Row['change']): Row => ({
    ...message,
    limit,
    change,
    key: `${limit.clock} ${message.rung} ${change ?? ''}`,
  });
  const { messages, proposed } = limit;
  if (!proposed) return messages.map((message) => row(message, null));
  return [
    ...messages.map((message) => row(message, proposed.some((one) => same(one, message)) ? null : 'goes')),
    ...proposed
      .filter((message) => !messages.some((one) => same(one, message)))
      .map((message) => row(message, 'comes')),
  ];
}

/** Every message that would go out, day by day. */
export function LadderMessages({ answer }: { answer: LadderAnswer }) {
  const rows = answer.limits.flatMap(rowsOf).sort((a, b) => a.on.localeCompare(b.on));
  return (
    <>
      <p>
        {answer.office}，自 {answer.startOn} 起算，共 {rows.filter(({ change }) => change !== 'goes').length}{' '}
        次催督办（日历 {answer.calendarVersion}）。
      </p>
      <Table<Row>
        size="small"
        rowKey="key"
        dataSource={rows}
        pagination={false}
        locale={{ emptyText: '该事项的时限没有催督办' }}
        columns={[
          {
            title: '日期',
            width: 150,
            render: (_, { on, limit }) => (
              <>
                {withWeekday(on)}
                {limit.provisional && <div className="quiet">放假通知未发布，暂定</div>}
              </>
            ),
          },
          {
            title: '时限',
            render: (_, { limit }) => (
              <>
                {limit.name}
                <div className="quiet">{limit.dueOn} 到期</div>
              </>
            ),
          },
          {
            title: '级',
            render: (_, { words, change }) => (
              <>
                {change === 'goes' ? <s>{words}</s> : words}{' '}
                {change && (
                  <Mark tone={change === 'comes' ? 'green' : 'red'}>{change === 'comes' ? '新增' : '取消'}</Mark>
                )}
              </>
            ),
          },
          {
            title: '发给',
            render: (_, { receivers }) =>
              receivers.map(({ id, name, people }) => (
                <div key={id}>
                  {name}
                  {people.length > 0 && <span className="quiet">（{people.join('、')}）</span>}
                  {id === 'holder' && <span className="quiet">（无人认领时为科室负责人）</span>}
                </div>
              )),
          },
          { title: '短信', width: 60, render: (_, { sms }) => (sms ? '发' : '--') },
          { title: '内容', dataIndex: 'text' },
        ]}
      />
    </>
  );
}
