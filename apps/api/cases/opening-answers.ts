import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { CommandAnswer } from '@due-process/contracts';
import { OpeningStore } from './opening.store';

/** Nobody waits for the marks: a quarter of a second's are written by one statement. */
const gatherMs = 250;

/** Marks openings as answered. One that is answered and not marked, because the process ended first, is sent again by the same key, without effect. */
@Injectable()
export class OpeningAnswers implements BeforeApplicationShutdown {
  private readonly log = new Logger('OpeningAnswers');
  private gathered: CommandAnswer[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly store: OpeningStore) {}

  note(answer: CommandAnswer): void {
    this.gathered.push(answer);
    this.timer ??= setTimeout(() => void this.write(), gatherMs);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.write();
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const answers = this.gathered;
    this.gathered = [];
    if (answers.length === 0) return;
    await this.store.answered(answers).catch((error: unknown) => {
      this.log.warn({ err: error }, 'openings were answered and not marked so; the same keys send them again');
    });
  }
}
