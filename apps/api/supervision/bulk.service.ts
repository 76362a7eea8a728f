import { Injectable } from '@nestjs/common';
import { OPERATIONS_QUEUE, type Actor } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { WorkflowNotFoundError } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { Directory } from '../cases/directory';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { TemporalGateway } from '../platform/temporal/temporal-gateway';
import { BulkRunStore, type BulkRunRow } from './bulk-runs.store';
import type { BulkInput } from './supervision.schemas';

const kindWords = { remind: '批量催办', handOver: '整体移交', mergeUnits: '科室合并', undo: '撤回批量办理' } as const;
const stateWords = {
  previewed: '待确认',
  running: '办理中',
  paused: '已暂停',
  cancelled: '已取消',
  finished: '已完成',
} as const;

export type BulkSignal = 'confirm' | 'pause' | 'resume' | 'cancel' | 'retry' | 'undo';

/** 批量办理: previewed, confirmed, done at a yielding rate by a workflow of its own, and taken back where that is lawful. */
@Injectable()
export class Bulk {
  constructor(
    private readonly store: BulkRunStore,
    private readonly directory: Directory,
    private readonly gateway: TemporalGateway,
  ) {}

  async preview(actor: Actor, input: BulkInput) {
    if (input.kind === 'handOver') {
      const found = input.to === undefined ? undefined : await this.directory.colleague(input.to);
      if (!found?.active || found.actor.agency !== actor.agency)
        throw inputProblem([{ field: 'to', code: 'NOT_OFFERED', message: '没有这个人员' }]);
      return this.show(actor, await this.store.create(actor, { ...input, to: found.actor.id }, today()));
    }
    if (
      input.kind === 'mergeUnits' &&
      (!input.unit || this.directory.unitName(actor.agency, input.unit) === input.unit)
    )
      throw inputProblem([{ field: 'unit', code: 'NOT_OFFERED', message: '没有这个科室' }]);
    return this.show(actor, await this.store.create(actor, input, today()));
  }

  async signal(actor: Actor, id: string, signal: BulkSignal) {
    const run = await this.find(actor, id);
    switch (signal) {
      case 'confirm':
        // Again for a run whose start did not reach the engine: one that goes on already is left alone.
        await this.turn(run, ['previewed', 'running'], 'running', actor);
        await this.start(id, 'FAIL');
        break;
      case 'pause':
        await this.turn(run, ['running'], 'paused');
        await this.tell(id, 'pause');
        break;
      case 'resume':
        await this.turn(run, ['paused'], 'running');
        await this.tell(id, 'resume');
        break;
      case 'cancel':
        await this.turn(run, ['previewed', 'running', 'paused'], 'cancelled');
        if (run.state !== 'previewed') await this.tell(id, 'cancel');
        break;
      case 'retry':
        if (run.failed === 0) throw new Problem('BULK_STATE', { detail: '没有失败的办件' });
        await this.turn(run, ['finished', 'cancelled'], 'running', actor);
        await this.store.failedAgain(id);
        // The former workflow has written its end and may still be closing.
        await this.start(id, 'TERMINATE_EXISTING');
        break;
      case 'undo':
        if (run.kind === 'remind' || run.kind === 'undo')
          throw new Problem('BULK_STATE', { detail: '催办已经发出，不能撤回' });
        if (run.done === 0 || !['finished', 'cancelled'].includes(run.state)) throw new Problem('BULK_STATE');
        return this.show(actor, await this.store.undo(actor, run));
    }
    return this.show(actor, id);
  }

  async list(actor: Actor) {
    return { runs: await Promise.all((await this.store.list(actor.agency)).map((run) => this.worded(run))) };
  }

  async show(actor: Actor, id: string) {
    const run = await this.find(actor, id);
    return { ...(await this.worded(run)), lines: await this.store.lines(id) };
  }

  private async find(actor: Actor, id: string): Promise<BulkRunRow> {
    const run = await this.store.one(id, actor.agency);
    if (!run) throw new Problem('BULK_UNKNOWN');
    return run;
  }

  private async turn({ id }: BulkRunRow, from: BulkRunRow['state'][], to: BulkRunRow['state'], actor?: Actor) {
    if (!(await this.store.turn(id, from, to, actor))) throw new Problem('BULK_STATE');
  }

  private async start(run: string, workflowIdConflictPolicy: 'FAIL' | 'TERMINATE_EXISTING'): Promise<void> {
    try {
      await this.gateway.call((client) =>
        client.workflow.start('bulk', {
          workflowId: workflowOf(run),
          taskQueue: OPERATIONS_QUEUE,
          args: [{ run }],
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          workflowIdConflictPolicy,
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  /** A run that ended in the meantime needs no telling. */
  private async tell(run: string, signal: string): Promise<void> {
    try {
      await this.gateway.call((client) => client.workflow.getHandle(workflowOf(run)).signal(signal));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  private async worded(run: BulkRunRow) {
    const nameOf = await this.directory.displayNames([run.createdBy, ...(run.input.to ? [run.input.to] : [])]);
    return {
      ...run,
      kindWords: kindWords[run.kind],
      stateWords: stateWords[run.state],
      createdByName: nameOf(run.createdBy),
      toName: run.input.to ? nameOf(run.input.to) : null,
      undoable: (run.kind === 'handOver' || run.kind === 'mergeUnits') && run.done > 0,
    };
  }
}

const workflowOf = (run: string): string => `bulk-${run}`;
const today = (): string => shanghaiDate(new Date().toISOString());
