import type { Batch, CaseEvent, IsoDate, RecordActivities, RecordAnswer, WorkCalendar } from '@due-process/contracts';

/**
 * A journal in memory that keeps the protocol of the real statement: the same batch has no second effect, an occupied sequence is voided by a
 * younger task, a gap is answered with where it begins.
 */
export class MemoryJournal implements RecordActivities {
  readonly batches = new Map<string, Batch[]>();
  /** Every call, also those that wrote nothing. */
  calls = 0;
  newestCalendar?: WorkCalendar;
  /** Runs before a batch is written; may throw, or take its time, to make the writing fail or hang. */
  before?: (batch: Batch) => void | Promise<void>;
  /** Runs after a batch is written; may throw: the effect is there and the answer is lost. */
  after?: (batch: Batch) => void | Promise<void>;

  constructor(private readonly calendar: WorkCalendar) {}

  async record(batch: Batch): Promise<RecordAnswer> {
    this.calls++;
    await this.before?.(batch);
    const answer = this.write(batch);
    await this.after?.(batch);
    return answer;
  }

  private write(batch: Batch): RecordAnswer {
    const live = this.batches.get(batch.caseNo) ?? [];
    const calendarVersion = (this.newestCalendar ?? this.calendar).version;
    const last = batch.events.at(-1)?.seq ?? batch.fromSeq;
    const same = live.find((one) => one.batchId === batch.batchId && one.digest === batch.digest);
    if (same) return { seq: last, digest: same.digest, calendarVersion };
    const end = live.at(-1)?.events.at(-1)?.seq ?? 0;
    if (batch.fromSeq > end + 1 && !batch.restores) return { seq: end, digest: '', calendarVersion, behindAt: end + 1 };
    if (batch.fromSeq <= end && !batch.full)
      return { seq: end, digest: batch.digest, calendarVersion, needsFull: true };
    const kept = live.filter((one) => one.fromSeq < batch.fromSeq);
    this.batches.set(batch.caseNo, [...kept, structuredClone(batch)]);
    return { seq: last, digest: batch.digest, calendarVersion };
  }

  async readCalendar({ version }: { version: string; from: IsoDate }): Promise<WorkCalendar> {
    if (this.newestCalendar?.version !== version) throw new Error(`no calendar ${version}`);
    return this.newestCalendar;
  }

  events(caseNo: string): CaseEvent[] {
    return (this.batches.get(caseNo) ?? []).flatMap((batch) => batch.events);
  }
}
