import { caseWorkflowId, UPDATE_ACT, type ActCommand, type SupervisionActivities } from '@due-process/contracts';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { paced } from '../calendar/pace';
import { commandOf, keyOf, skippedBecause } from './bulk-command';
import type { BulkLine, BulkRun, BulkStore, LineResult } from './bulk.store';

/** A thousand in three quarters of a minute, and few under way at once: whoever works at a counter meanwhile comes first. */
const inFlight = 5;
const perSecond = 22;
const patienceMs = 10_000;
const tries = 3;
/** A clerk was quicker, or the case did not answer in time: the same command under the same key is asked again. */
const again: ReadonlySet<string> = new Set(['CASE_VERSION_CONFLICT', 'SERVICE_UNAVAILABLE']);

type Bulk = Pick<SupervisionActivities, 'bulkPage' | 'finishBulk'>;

/**
 * Work on many cases (批量办理): each case is told by a command of its own, in the name of who confirmed, so every rule of a single act holds. A page may be
 * cut off anywhere: a line that is settled is not taken again, and a command told twice is known by its key.
 */
export function createBulkActivities(client: Client, store: BulkStore): Bulk {
  return {
    async bulkPage({ run: id, limit }) {
      const run = await store.run(id);
      if (!run) throw ApplicationFailure.nonRetryable('no such bulk run', 'BULK_UNKNOWN');
      const { cancellationSignal: signal, heartbeat } = Context.current();
      const tally = { done: 0, failed: 0 };
      const target = run.input.to === undefined ? undefined : await store.colleague(run.input.to);
      await paced(await store.pending(id, limit), { inFlight, perSecond, signal }, async (line) => {
        const own = line.before.assignee && run.kind === 'undo' ? await store.colleague(line.before.assignee) : target;
        const result = await settleLine(run, line, own);
        await store.settle(id, line, result);
        tally[result.state === 'done' ? 'done' : 'failed']++;
        heartbeat();
      });
      return { ...tally, left: await store.left(id) };
    },
    finishBulk: ({ run, state }) => store.finish(run, state),
  };

  async function settleLine(run: BulkRun, line: BulkLine, target: ActCommand['target']): Promise<LineResult> {
    if (await store.wasDone(line.caseNo, keyOf(run, line))) return { state: 'done' };
    const why = skippedBecause(run, line, target);
    if (why || !line.now) return { state: 'skipped', ...(why ?? { code: 'TASK_UNKNOWN', detail: '待办已办结' }) };
    let version = line.now.version;
    for (let attempt = 1; ; attempt++) {
      const failed = await tell(line.caseNo, commandOf(run, line, version, target));
      if (!failed) return { state: 'done', ...(run.kind === 'undo' ? {} : { before: standing(line) }) };
      if (!again.has(failed.code) || attempt === tries) return { state: 'failed', ...failed };
      version = (await store.version(line.caseNo)) ?? version;
    }
  }

  async function tell(caseNo: string, command: ActCommand): Promise<{ code: string; detail?: string } | undefined> {
    const handle = client.workflow.getHandle(caseWorkflowId(caseNo));
    const updateId = `${command.key}.${command.expectedVersion}`;
    try {
      await client.withDeadline(Date.now() + patienceMs, () =>
        handle.executeUpdate(UPDATE_ACT, { args: [command], updateId }),
      );
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  }
}

const standing = ({ now }: BulkLine) => ({ assignee: now?.assignee ?? null, unit: now?.unit ?? null });

function failureOf(error: unknown): { code: string; detail?: string } {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)
    return { code: error.cause.type ?? 'ACTION_NOT_ALLOWED', detail: error.cause.message };
  if (error instanceof WorkflowNotFoundError) return { code: 'CASE_CLOSED', detail: '办件已办结或流程不在运行' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError)
    return { code: 'SERVICE_UNAVAILABLE', detail: '办件未按时应答' };
  throw error;
}
