import type { PageOutcome, RedatingStore } from './redating.store';

/** The progress that people read is at most this old. */
const noteEveryMs = 1000;

/** Counts a page and writes it down as it grows, so that a page cut off by a crash has shown most of what it did. */
export class Tally {
  told = 0;
  failed = 0;
  private pending: PageOutcome = { told: [], failed: [] };
  private notedAt = Date.now();

  constructor(
    private readonly store: RedatingStore,
    private readonly proposal: string,
  ) {}

  async reached(caseNo: string): Promise<void> {
    this.told++;
    this.pending.told.push(caseNo);
    await this.noteNowAndThen();
  }

  async missed(caseNo: string, code: string): Promise<void> {
    this.failed++;
    this.pending.failed.push({ caseNo, code });
    await this.noteNowAndThen();
  }

  async note(cursor?: string): Promise<void> {
    const outcome = { ...this.pending, ...(cursor !== undefined && { cursor }) };
    this.pending = { told: [], failed: [] };
    this.notedAt = Date.now();
    await this.store.note(this.proposal, outcome);
  }

  private async noteNowAndThen(): Promise<void> {
    if (Date.now() - this.notedAt >= noteEveryMs) await this.note();
  }
}
