import { Injectable } from '@nestjs/common';
import { CASE_QUEUE } from '@due-process/contracts';
import { temporal } from '@temporalio/proto';
import { Database } from '../platform/database/database';
import { TemporalGateway } from '../platform/temporal/temporal-gateway';

export interface PartHealth {
  status: 'ok' | 'failed';
  /** What a person on call needs to know; no addresses, no credentials. */
  reason?: string;
}

export interface HealthReport {
  status: 'ok' | 'failed';
  parts: { database: PartHealth; temporal: PartHealth; worker: PartHealth };
}

/** Many ask at once (start script, balancer, screens); the servers are asked once in this time. */
const freshMs = 2000;
const patienceMs = 3000;

/** A poller that has not asked for work for this long is gone: a long poll lasts one minute. */
const pollerSilenceMs = 90_000;

const ok: PartHealth = { status: 'ok' };
const failed = (reason: string): PartHealth => ({ status: 'failed', reason });

async function within(work: Promise<PartHealth>, reason: string): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartHealth>((resolve) => {
    timer = setTimeout(() => resolve(failed(`${reason}：未在 3 秒内应答`)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return failed(reason);
  } finally {
    clearTimeout(timer);
  }
}

@Injectable()
export class Health {
  private last: { at: number; report: Promise<HealthReport> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly engine: TemporalGateway,
  ) {}

  report(): Promise<HealthReport> {
    if (!this.last || Date.now() - this.last.at > freshMs) this.last = { at: Date.now(), report: this.examine() };
    return this.last.report;
  }

  private async examine(): Promise<HealthReport> {
    const [database, engine, worker] = await Promise.all([
      within(this.askDatabase(), '数据库不可用'),
      within(this.askEngine(), '流程引擎不可用'),
      within(this.askWorker(), '无法得知办理进程状态'),
    ]);
    const parts = { database, temporal: engine, worker };
    return { status: Object.values(parts).every((part) => part.status === 'ok') ? 'ok' : 'failed', parts };
  }

  private async askDatabase(): Promise<PartHealth> {
    await this.database.query('SELECT 1');
    return ok;
  }

  private async askEngine(): Promise<PartHealth> {
    await this.engine.call(
      () => this.engine.workflowService.describeNamespace({ namespace: this.engine.namespace }),
      patienceMs,
    );
    return ok;
  }

  private async askWorker(): Promise<PartHealth> {
    const { pollers } = await this.engine.call(
      () =>
        this.engine.workflowService.describeTaskQueue({
          namespace: this.engine.namespace,
          taskQueue: { name: CASE_QUEUE },
          taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
        }),
      patienceMs,
    );
    const newest = Math.max(0, ...(pollers ?? []).map((poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1000));
    if (newest === 0) return failed('没有办理进程在运行');
    return Date.now() - newest < pollerSilenceMs ? ok : failed('办理进程已停止取件');
  }
}
