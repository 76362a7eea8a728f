import { Alert, Table } from 'antd';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { Mark } from '../parts/mark';
import { useTitle } from '../parts/use-title';
import { numberWords, useSystemState, type SystemState } from './state';
import '../supervision/supervision.css';
import './operator.css';

const partWords = { database: '数据库', temporal: '流程引擎', worker: '办理进程' } as const;
const queueWords: Readonly<Record<string, string>> = { cases: '办件', effects: '对外办理', operations: '定时任务' };

/** 运行状态: what runs, what waits, what differs, and for each alarm where it is written what to do. */
export function Component() {
  useTitle('运行状态');
  const state = useSystemState();
  return (
    <>
      <div className="screen-head">
        <h1>运行状态</h1>
        <span className="quiet">{state.data && `截至 ${shanghaiTime(state.data.asOf)}`}</span>
      </div>
      <Loaded query={state}>{(data) => <State state={data} />}</Loaded>
    </>
  );
}

const Up = ({ holds, words }: { holds: boolean; words: string }) => <Mark tone={holds ? 'green' : 'red'}>{words}</Mark>;

function State({ state: { health, workers, queues, outside, numbers, alarms } }: { state: SystemState }) {
  return (
    <div className="operator">
      <section className="panel operator-wide" aria-label="告警">
        <h2>告警</h2>
        {alarms.length === 0 ? (
          <p className="quiet">没有告警。</p>
        ) : (
          alarms.map(({ id, words, runbook }) => (
            <Alert key={id} type="error" showIcon title={words} description={`处置手册：${runbook}`} />
          ))
        )}
      </section>
      <section className="panel" aria-label="组成部分">
        <h2>组成部分</h2>
        <ul className="stuck">
          {Object.entries(partWords).map(([id, name]) => {
            const part = health.parts[id as keyof typeof partWords];
            return (
              <li key={id}>
                {name}{' '}
                <Up holds={part.status === 'ok'} words={part.status === 'ok' ? '正常' : (part.reason ?? '异常')} />
              </li>
            );
          })}
        </ul>
      </section>
      <section className="panel" aria-label="外部系统">
        <h2>外部系统</h2>
        <ul className="stuck">
          {outside.map(({ id, name, up, waiting, words, since }) => (
            <li key={id}>
              {name} <Up holds={up} words={words} /> {!up && `${waiting} 件在等，自 ${shanghaiTime(since ?? '')}`}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-label="办理进程">
        <h2>办理进程</h2>
        <Table
          size="small"
          rowKey="identity"
          dataSource={workers}
          pagination={false}
          columns={[
            { title: '进程', dataIndex: 'identity' },
            {
              title: '队列',
              render: (_, { queues: served }) => served.map((one) => queueWords[one] ?? one).join('、'),
            },
            { title: '启动', render: (_, { startedAt }) => shanghaiTime(startedAt) },
            {
              title: '状态',
              render: (_, { alive, silentSeconds }) => (
                <Up holds={alive} words={alive ? '运行中' : `失联 ${silentSeconds} 秒`} />
              ),
            },
          ]}
        />
      </section>
      <section className="panel" aria-label="任务积压">
        <h2>任务积压</h2>
        <Table
          size="small"
          rowKey={({ queue, type }) => `${queue} ${type}`}
          dataSource={queues}
          pagination={false}
          columns={[
            { title: '队列', render: (_, { queue }) => queueWords[queue] ?? queue },
            { title: '类型', render: (_, { type }) => (type === 'workflow' ? '流程' : '操作') },
            { title: '积压', dataIndex: 'backlog', align: 'right' },
            { title: '最久', render: (_, { oldestSeconds }) => `${oldestSeconds} 秒`, align: 'right' },
            { title: '取件进程', dataIndex: 'pollers', align: 'right' },
          ]}
        />
      </section>
      <section className="panel" aria-label="数字">
        <h2>数字</h2>
        <ul className="stuck">
          {numberWords.map(([id, words, unit]) => (
            <li key={id}>
              {words}：<strong>{numbers[id] ?? '--'}</strong> {unit}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
