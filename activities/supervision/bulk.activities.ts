import { caseWorkflowId, UPDATE_ACT, type ActCommand, type SupervisionActivities } from '@due-process/contracts';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { commandOf, keyOf, skippedBecause } from './bulk-command';
import type { BulkLine, BulkRun, BulkStore, LineResult, SettledLine } from './bulk.store';
import { createYieldingPace, yielding } from './yielding';

/** A thousand within a minute where the machine has room; whoever works at a counter meanwhile comes first. */
const limits = { inFlight: 3, start: 20, least: 10, most: 21, calmMs: 200 };
/** Lines are written down in handfuls: what was told and not yet written is known by its key. */
const handful = 10;
const patienceMs = 10_000;
const tries = 3;
/** A clerk was quicker, or the case did not answer in time: the same command under the same key is asked again. */
const unanswered = 'SERVICE_UNAVAILABLE';
const again: ReadonlySet<string> = new Set(['CASE_VERSION_CONFLICT', unanswered]);

type Bulk = Pick<SupervisionActivities, 'bulkPage' | 'finishBulk'>;

/**
 * Work on many cases (批量办理): each case is told by a command of its own, in the name of who confirmed, so every rule of a single act holds. A page may be
 * cut off anywhere: a line that is settled is not taken again, and a command told twice is known by its key.
 */
export function createBulkActivities(client: Client, store: BulkStore): Bulk {
  // One for the process: runs side by side yield together.
  const pace = createYieldingPace(limits);
  return {
    async bulkPage({ run: id, limit }) {
      const run = await store.run(id);
      if (!run) throw ApplicationFailure.nonRetryable('no such bulk run', 'BULK_UNKNOWN');
      const tally = { done: 0, failed: 0 };
      await workOff(run, await store.pending(id, limit), ({ state }) => tally[state === 'done' ? 'done' : 'failed']++);
      return { ...tally, left: await store.left(id) };
    },
    finishBulk: ({ run, state }) => store.finish(run, state),
  };

  async function workOff(run: BulkRun, lines: BulkLine[], count: (result: LineResult) => void): Promise<void> {
    const { cancellationSignal, heartbeat } = Context.current();
    const target = run.input.to === undefined ? undefined : await store.colleague(run.input.to);
    const told = await store.told(lines.map((line) => ({ caseNo: line.caseNo, key: keyOf(run, line) })));
    let halted = false;
    let settled: SettledLine[] = [];
    const write = async (): Promise<void> => {
      const rows = settled;
      settled = [];
      if (rows.length > 0 && (await store.settle(run.id, rows)) !== 'running') halted = true;
      heartbeat();
    };
    try {
      await yielding(
        lines,
        pace,
        () => halted || cancellationSignal.aborted,
        async (line) => {
          const own =
            line.before.assignee && run.kind === 'undo' ? await store.colleague(line.before.assignee) : target;
          const result: LineResult = told.has(keyOf(run, line)) ? { state: 'done' } : await settleLine(run, line, own);
          count(result);
          settled.push({ line, result });
          if (settled.length >= handful) await write();
          return result.state === 'skipped' ? undefined : result.code !== unanswered;
        },
      );
    } finally {
      await write();
    }
  }

  async function settleLine(run: BulkRun, line: BulkLine, target: ActCommand['target']): Promise<LineResult> {
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
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { code: unanswered, detail: '办件未按时应答' };
  throw error;
}
