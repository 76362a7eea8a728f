import { ActivityFailure, ApplicationFailure, CancelledFailure } from '@temporalio/common';

/**
 * The engine's part of a workflow, in this process and with a clock that a test sets: the workflow's own code runs on it unchanged, so that a whole
 * year of a case takes milliseconds. It keeps no history; that the same code survives replay is tried on the real engine.
 */
type Handler = (...args: never[]) => unknown;
interface Waiter {
  holds: () => boolean;
  until?: number;
  done: (held: boolean) => void;
}
/** What a test sets instead of the time of day. */
export interface Clock {
  now(): number;
  set(at: number): void;
}
type Activity = (...args: unknown[]) => Promise<unknown>;

let current: InProcessEngine | undefined;
function engine(): InProcessEngine {
  if (!current) throw new Error('no engine is set up');
  return current;
}

export class InProcessEngine {
  readonly handlers = new Map<string, { handler: Handler; validator?: Handler }>();
  activities: Record<string, Activity> = {};
  private waiters: Waiter[] = [];

  private constructor(private readonly clock: Clock) {}

  /** The engine that workflow code speaks to from now on. */
  static start(clock: Clock): InProcessEngine {
    return (current = new InProcessEngine(clock));
  }

  /** Waits with a limit counted from now. */
  waitFor(holds: () => boolean, timeout: string | number): Promise<boolean> {
    return this.wait(holds, this.clock.now() + millisOf(timeout));
  }

  wait(holds: () => boolean, until?: number): Promise<boolean> {
    return new Promise((done) => this.waiters.push({ holds, until, done }));
  }

  /** Runs on until nothing moves without a message or the passing of time. */
  async settle(): Promise<void> {
    for (let still = 0; still < 3;) {
      await new Promise((next) => setImmediate(next));
      still = this.wake() ? 0 : still + 1;
    }
  }

  /** Lets time pass; every timer on the way fires at its own instant. */
  async advanceTo(at: number): Promise<void> {
    await this.settle();
    for (;;) {
      const next = this.waiters.flatMap(({ until }) => (until !== undefined && until <= at ? [until] : [])).sort()[0];
      if (next === undefined) break;
      this.clock.set(Math.max(next, this.clock.now()));
      await this.settle();
    }
    this.clock.set(Math.max(at, this.clock.now()));
    await this.settle();
  }

  /** An Update: the validator may refuse it; otherwise its answer, once the run has come to rest. */
  async update(name: string, argument: unknown): Promise<unknown> {
    const found = this.handlers.get(name);
    if (!found) throw new Error(`no handler ${name}`);
    found.validator?.(argument as never);
    const answer = Promise.resolve(found.handler(argument as never));
    let over = false;
    void answer.then(
      () => (over = true),
      () => (over = true),
    );
    await this.settle();
    if (!over) throw new Error(`${name} was not answered`);
    return answer;
  }

  activity(name: string, args: unknown[]): Promise<unknown> {
    const activity = this.activities[name];
    if (!activity) throw new Error(`no activity ${name}`);
    return activity(...args);
  }

  private wake(): boolean {
    const now = this.clock.now();
    let woken = false;
    for (const waiter of this.waiters.slice()) {
      const held = waiter.holds();
      if (!held && (waiter.until === undefined || waiter.until > now)) continue;
      this.waiters = this.waiters.filter((one) => one !== waiter);
      waiter.done(held);
      woken = true;
    }
    return woken;
  }
}

const units: Record<string, number> = { ms: 1, s: 1000, second: 1000, minute: 60_000, minutes: 60_000 };
function millisOf(duration: string | number): number {
  if (typeof duration === 'number') return duration;
  const [, amount, unit] = /^(\d+)\s*([a-z]+)$/.exec(duration) ?? [];
  const factor = units[unit ?? ''];
  if (amount === undefined || factor === undefined) throw new Error(`duration ${duration}`);
  return Number(amount) * factor;
}

/** A scope that can be cancelled: what runs in it then fails, as an activity that the engine was told to give up. */
class Scope {
  private giveUp: (reason: Error) => void = () => undefined;

  static nonCancellable<T>(work: () => T): T {
    return work();
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    const given = new Promise<never>((_done, fail) => (this.giveUp = fail));
    return Promise.race([work(), given]);
  }

  cancel(): void {
    this.giveUp(new CancelledFailure('cancelled'));
  }
}

const proxy = () =>
  new Proxy(
    {},
    {
      get:
        (_target, name: string) =>
        (...args: unknown[]) =>
          engine().activity(name, args),
    },
  );

/** What `@temporalio/workflow` gives to workflow code, as far as a case uses it; it speaks to the engine that was set up last. */
export const engineModule = (): Record<string, unknown> => ({
  ActivityFailure,
  ApplicationFailure,
  CancellationScope: Scope,
  isCancellation: (error: unknown) => error instanceof CancelledFailure,
  allHandlersFinished: () => true,
  condition: (holds: () => boolean, timeout?: string | number) =>
    timeout === undefined ? engine().wait(holds) : engine().waitFor(holds, timeout),
  continueAsNew: () => {
    throw new Error('a short case is not continued');
  },
  defineQuery: (name: string) => name,
  defineUpdate: (name: string) => name,
  proxyActivities: proxy,
  proxyLocalActivities: proxy,
  setHandler: (name: string, handler: Handler, options: { validator?: Handler } = {}) =>
    engine().handlers.set(name, { handler, ...options }),
  workflowInfo: () => ({ runId: 'in-process', historyLength: 0, continueAsNewSuggested: false }),
});
