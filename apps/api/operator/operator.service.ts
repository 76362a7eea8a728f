import { Injectable } from '@nestjs/common';
import { ERRORS, SYSTEM_OF_EFFECT, type ErrorCode, type OutsideSystem } from '@due-process/contracts';
import { Database } from '../platform/database/database';
import { Health } from '../health/health';

export interface Alarm {
  id: string;
  words: string;
  /** Section of docs/runbook.md. */
  runbook: string;
}

interface Beat {
  identity: string;
  queues: string[];
  startedAt: string;
  at: string;
  silentSeconds: number;
}
interface QueueRow {
  queue: string;
  type: 'workflow' | 'activity';
  backlog: number;
  oldestSeconds: number;
  pollers: number;
  at: string;
}
interface Failing {
  activity: string;
  code: string;
  cases: number;
  attempts: number;
  since: string;
  at: string;
}
interface Numbers {
  unwritten: number;
  lagSeconds: number | null;
  sweepSeconds: number | null;
  sweepMs: number | null;
  taskFailing: number;
  runMissing: number;
  runUnexpected: number;
  letterDifferences: number;
  smsWaiting: number;
  smsOldestSeconds: number;
  rungsLate: number;
  resultsDue: number;
  openings: number;
}

const systemWords: Readonly<Record<OutsideSystem, string>> = {
  exchange: '交换平台',
  core: '核心经办系统',
  fund: '基金财务系统',
  sms: '短信平台',
};
const silentAfter = 40;
const sweepLateAfter = 120;
const keptMs = 3000;

const numbersSql = `
  select (select count(distinct case_no)::int from trouble where activity = 'record') as unwritten,
         (select extract(epoch from now() - min(since))::int from trouble where activity = 'record') as "lagSeconds",
         (select extract(epoch from now() - at)::int from sweep where name = 'runs') as "sweepSeconds",
         (select took_ms from sweep where name = 'runs') as "sweepMs",
         (select count(*)::int from run_fault where kind = 'taskFailing') as "taskFailing",
         (select count(*)::int from run_fault where kind = 'runMissing') as "runMissing",
         (select count(*)::int from run_fault where kind = 'runUnexpected') as "runUnexpected",
         (select count(*)::int from reconciliation_difference where resolved_at is null) as "letterDifferences",
         (select count(*)::int from sms where state = 'pending') as "smsWaiting",
         (select coalesce(extract(epoch from now() - min(created_at)), 0)::int from sms where state = 'pending') as "smsOldestSeconds",
         (select count(*)::int from rung where state = 'pending' and at < now() - interval '3 minutes') as "rungsLate",
         (select count(*)::int from result_due) as "resultsDue",
         (select count(*)::int from opening where answered_at is null and created_at < now() - interval '1 minute'
            and not exists (select from case_file where case_file.case_no = opening.case_no)) as openings`;

/**
 * 运行状态: everything an operator looks at, from the tables alone; the engine itself is asked by the sweep and by health. Each alarm names the section of
 * the runbook that says what to do.
 */
@Injectable()
export class Operator {
  private last: { at: number; state: Promise<Awaited<ReturnType<Operator['look']>>> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly health: Health,
  ) {}

  /** Screens and scrapes ask often; the tables are asked once in three seconds. */
  state() {
    if (!this.last || Date.now() - this.last.at > keptMs) this.last = { at: Date.now(), state: this.look() };
    return this.last.state;
  }

  private async look() {
    const [workers, queues, failing, [numbers], health] = await Promise.all([
      this.database.query<Beat>(
        `select identity, array_agg(queue order by queue) as queues, min(started_at) as "startedAt", max(at) as at,
                extract(epoch from now() - max(at))::int as "silentSeconds" from worker_beat group by identity order by max(at) desc limit 20`,
      ),
      this.database.query<QueueRow>(
        `select queue, type, backlog, oldest_seconds as "oldestSeconds", pollers, at from queue_state order by queue, type`,
      ),
      this.database.query<Failing>(
        `select activity, min(code) as code, count(distinct nullif(case_no, ''))::int as cases, max(attempt) as attempts, min(since) as since, max(at) as at
           from trouble group by activity order by count(*) desc`,
      ),
      this.database.query<Numbers>(numbersSql),
      this.health.report(),
    ]);
    if (!numbers) throw new Error('no numbers');
    const outside = systemsOf(failing, numbers);
    return {
      asOf: new Date().toISOString(),
      health,
      workers: workers.map((one) => ({ ...one, alive: one.silentSeconds < silentAfter })),
      queues,
      failing: failing.map((one) => ({ ...one, words: wordsOf(one.code) })),
      outside,
      numbers,
      alarms: alarmsOf({ workers, queues, outside, numbers }),
    };
  }
}

const wordsOf = (code: string): string => (Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode].title : code);

function systemsOf(failing: Failing[], numbers: Numbers) {
  return (Object.keys(systemWords) as OutsideSystem[]).map((id) => {
    const own = failing.filter(({ activity }) => SYSTEM_OF_EFFECT[activity] === id);
    const waiting =
      own.reduce((sum, { cases }) => sum + cases, 0) + (id === 'sms' && own.length > 0 ? numbers.smsWaiting : 0);
    const [worst] = own;
    return {
      id,
      name: systemWords[id],
      up: own.length === 0,
      waiting,
      since: worst?.since ?? null,
      words: worst ? wordsOf(worst.code) : '正常',
    };
  });
}

function alarmsOf({
  workers,
  queues,
  outside,
  numbers,
}: {
  workers: Beat[];
  queues: QueueRow[];
  outside: ReturnType<typeof systemsOf>;
  numbers: Numbers;
}): Alarm[] {
  const alarms: Alarm[] = [];
  const alarm = (id: string, holds: boolean, words: string): void => {
    if (holds) alarms.push({ id, words, runbook: `docs/runbook.md#${id}` });
  };
  alarm(
    'no-worker',
    workers.length > 0 && workers.every((one) => one.silentSeconds >= silentAfter),
    '没有办理进程在运行',
  );
  alarm(
    'worker-silent',
    workers.some((one) => one.silentSeconds >= silentAfter && one.silentSeconds < 3600),
    '有办理进程失去联系',
  );
  alarm('task-failing', numbers.taskFailing > 0, `${numbers.taskFailing} 件办件的办理程序出错`);
  alarm('run-missing', numbers.runMissing > 0, `${numbers.runMissing} 件在办件没有运行中的流程`);
  alarm('run-unexpected', numbers.runUnexpected > 0, `${numbers.runUnexpected} 个流程没有对应的在办件`);
  alarm('journal-behind', numbers.unwritten > 0, `${numbers.unwritten} 件办件的记录未能写入`);
  for (const { id, up, name, waiting } of outside) alarm(`outside-${id}`, !up, `${name}异常，${waiting} 件在等`);
  alarm(
    'queue-backlog',
    queues.some(({ backlog, oldestSeconds }) => backlog > 100 && oldestSeconds > 60),
    '任务积压超过一分钟',
  );
  alarm('sweep-late', (numbers.sweepSeconds ?? 0) > sweepLateAfter, '巡检已停止两分钟以上');
  alarm('rungs-late', numbers.rungsLate > 0, `${numbers.rungsLate} 条催督办未按时发出`);
  alarm('letters-differ', numbers.letterDifferences > 0, `${numbers.letterDifferences} 封函件与交换平台对账不一致`);
  alarm('openings-unfinished', numbers.openings > 0, `${numbers.openings} 件登记未完成`);
  return alarms;
}
