import { condition, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { Batch, CaseEvent, CaseState, RecordActivities, RecordAnswer } from '@due-process/contracts';
import { digestOf, projectRows } from '@due-process/domain';

/**
 * Recording is one SQL statement of some milliseconds; 5 s covers a database that restarts. It retries without limit, since an acknowledged
 * command must become durable: only a lost key may refuse it.
 */
const { record, readCalendar } = proxyLocalActivities<RecordActivities>({
  startToCloseTimeout: '5s',
  localRetryThreshold: '3s',
  retry: { initialInterval: '200ms', maximumInterval: '15s', backoffCoefficient: 2 },
});
export { readCalendar };

/** Writes what a command or wake produced, in order, one batch at a time (design §4, Recording). */
export class Journal {
  private pending: CaseEvent[] = [];
  private causes: string[] = [];
  private writing = false;
  /** The state as it stands in the database; undefined until the first batch of this run, which then carries only what changed. */
  private committed: CaseState;
  /** The workflow task that writes now, by where its history ends, and its instant. */
  private task = { ends: -1, at: '' };
  /** Batches written by this run: a run that has written nothing has no reason to be continued. */
  batches = 0;
  newestCalendar?: string;

  constructor(
    initial: CaseState,
    private readonly current: () => CaseState,
    private readonly settled: () => boolean,
  ) {
    this.committed = initial;
  }

  add(events: readonly CaseEvent[], cause: string): void {
    if (events.length === 0) return;
    this.pending.push(...events);
    if (!this.causes.includes(cause)) this.causes.push(cause);
  }

  /** Everything that has happened has been taken up for writing. */
  get empty(): boolean {
    return this.pending.length === 0;
  }
  get clean(): boolean {
    return this.empty && !this.writing;
  }

  /** Sequence number of the last durable event. */
  get writtenTo(): number {
    return this.committed.seq;
  }

  /** Runs as long as the case: whenever everything has come to rest and something is to be written, writes it. */
  async keep(): Promise<never> {
    for (;;) {
      await condition(() => this.pending.length > 0 && this.settled());
      await this.flush();
    }
  }

  private async flush(): Promise<void> {
    const events = this.pending;
    const after = this.current();
    const batch = this.batchOf(events, after, this.causes);
    this.pending = [];
    this.causes = [];
    this.writing = true;
    const answer = await this.write(batch, after);
    // On replay the answer is the one of long ago: a changed rule that yields another state than people read fails here.
    if (answer.digest !== batch.digest)
      throw new Error(`state differs from the journal at ${answer.seq}: ${answer.digest}`);
    this.committed = after;
    this.batches++;
    this.newestCalendar = answer.calendarVersion;
    this.writing = false;
  }

  private batchOf(events: CaseEvent[], after: CaseState, causes: string[]): Batch {
    const fromSeq = events[0]?.seq ?? after.seq;
    return {
      caseNo: after.caseNo,
      fromSeq,
      batchId: `${causes.join('+')}@${fromSeq}`,
      writtenAt: this.taskAt(),
      runId: workflowInfo().runId,
      digest: digestOf(after),
      events,
      rows: projectRows(this.committed.seq === 0 ? undefined : this.committed, after, events),
    };
  }

  /**
   * One instant for all that one workflow task writes, though the clock of the run moves on with each local activity: by it the journal tells what an
   * unfinished task left behind from what several tasks wrote and were answered, and a younger task from an older.
   */
  private taskAt(): string {
    const { historyLength } = workflowInfo();
    if (historyLength !== this.task.ends) this.task = { ends: historyLength, at: new Date(Date.now()).toISOString() };
    return this.task.at;
  }

  private async write(batch: Batch, after: CaseState): Promise<RecordAnswer> {
    const answer = await record(batch);
    if (answer.behindAt !== undefined) return record(restoring(batch, after, answer.behindAt));
    if (!answer.needsFull) return answer;
    return record({ ...batch, full: true, rows: projectRows(undefined, after, batch.events) });
  }
}

/** An older backup was restored under us: the whole state is written again as one event that bridges the missing ones. */
function restoring(batch: Batch, state: CaseState, behindAt: number): Batch {
  const last = batch.events.at(-1);
  if (!last) throw new Error('nothing to restore from');
  const { command: _command, ...meta } = last;
  const missing = { from: behindAt, to: last.seq };
  const restored = { ...meta, type: 'caseRestored', data: { state, missing } } as CaseEvent;
  return {
    ...batch,
    fromSeq: last.seq,
    batchId: `restore:${behindAt}@${last.seq}`,
    events: [restored],
    rows: projectRows(undefined, state, [restored]),
    full: true,
    restores: missing,
  };
}
