export interface CourierTiming {
  retryBaseMs: number;
  retryCapMs: number;
}

export interface Errand {
  attempts: number;
  lastError?: string;
}

interface RunningErrand extends Errand {
  attempt: () => Promise<void>;
  timer?: NodeJS.Timeout;
  /** True while an attempt is under way: asked to hurry then, it goes again at once if it fails. */
  busy: boolean;
  hurried: boolean;
}

/**
 * Tries each errand until it succeeds, waiting twice as long after every failure up to a cap. There is no last try: a
 * letter once accepted is delivered or stays visible as undelivered.
 */
export class Courier {
  private readonly errands = new Map<string, RunningErrand>();
  private stopped = false;

  constructor(private readonly timing: CourierTiming) {}

  send(id: string, attempt: () => Promise<void>): void {
    if (this.stopped || this.errands.has(id)) return;
    const errand: RunningErrand = { attempt, attempts: 0, busy: false, hurried: false };
    this.errands.set(id, errand);
    this.schedule(id, errand, 0);
  }

  state(id: string): Errand | undefined {
    const errand = this.errands.get(id);
    return errand && { attempts: errand.attempts, lastError: errand.lastError };
  }

  /** The reason for waiting is gone: try everything now. */
  hurry(): void {
    for (const [id, errand] of this.errands) {
      errand.hurried = true;
      errand.attempts = 0;
      if (!errand.busy) this.schedule(id, errand, 0);
    }
  }

  drop(): void {
    for (const errand of this.errands.values()) clearTimeout(errand.timer);
    this.errands.clear();
  }

  stop(): void {
    this.stopped = true;
    this.drop();
  }

  private schedule(id: string, errand: RunningErrand, delayMs: number): void {
    clearTimeout(errand.timer);
    errand.timer = setTimeout(() => void this.run(id, errand), delayMs);
  }

  private async run(id: string, errand: RunningErrand): Promise<void> {
    errand.busy = true;
    errand.hurried = false;
    errand.attempts += 1;
    try {
      await errand.attempt();
      if (this.errands.get(id) === errand) this.errands.delete(id);
    } catch (error) {
      errand.lastError = error instanceof Error ? error.message : String(error);
      const wait = Math.min(this.timing.retryBaseMs * 2 ** (errand.attempts - 1), this.timing.retryCapMs);
      if (this.errands.get(id) === errand) this.schedule(id, errand, errand.hurried ? 0 : wait);
    } finally {
      errand.busy = false;
    }
  }
}
