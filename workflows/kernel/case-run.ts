import { allHandlersFinished, CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import type {
  ActCommand,
  CaseEvent,
  CaseStart,
  CaseState,
  CommandAnswer,
  OpenCommand,
  OutsideMessage,
  RepairKind,
  StepResult,
} from '@due-process/contracts';
import {
  decide,
  Draft,
  envelopeOf,
  hear,
  initialState,
  isBackground,
  isRefused,
  isSettled,
  openCase,
  shanghaiDate,
  type Change,
  type Decision,
} from '@due-process/domain';
import { runEffect } from './effects';
import { CaseEnded, passEndings, refusalFailure, SentBack } from './errors';
import { Journal, readCalendar } from './journal';
import { Waiters } from './waiters';

export const now = (): string => new Date(Date.now()).toISOString();

interface Occasion {
  by: string;
  on: string;
  command?: CaseEvent['command'];
  cause: string;
}
const SYSTEM = 'system';

/**
 * One run of a case: state in memory, its journal, and the story that moves it. People's commands, letters and time change the state
 * at once and synchronously; the story then runs on until it waits again, and the journal writes all of it together.
 */
export class CaseRun {
  state: CaseState;
  protected readonly waiters = new Waiters();
  private readonly journal: Journal;
  private occasion: Occasion = { by: SYSTEM, on: '', cause: 'story' };
  /** Effects under way by key; a repair that takes an effect back ends its attempts. */
  private readonly inFlight = new Map<string, CancellationScope>();
  protected acceptNow = false;

  constructor(private readonly start: CaseStart) {
    this.state = start.state ?? initialState(start);
    // The story is one live branch from the start: nothing is written before it has run on from the opening.
    this.waiters.enter();
    this.journal = new Journal(
      this.state,
      () => this.state,
      () => this.waiters.quiet,
    );
  }

  get opened(): boolean {
    return this.state.seq > 0;
  }
  /** Nothing is moving and everything is written. */
  get settled(): boolean {
    return this.waiters.quiet && this.journal.clean;
  }
  get idle(): boolean {
    return this.settled && this.inFlight.size === 0;
  }
  get batches(): number {
    return this.journal.batches;
  }

  // ---- what reaches the case ----

  /** The opening never refuses; the same opening again is answered, whatever has happened since. */
  async open(command: OpenCommand): Promise<CommandAnswer> {
    if (!this.opened) {
      this.acceptNow = command.acceptNow;
      this.take(openCase(this.start, command, now()), {
        by: command.actor.id,
        command: commandOf(command, 'open'),
        cause: `open:${command.key}`,
      });
    }
    return this.answer(command.key);
  }

  /** Throws what the command would be refused with; changes nothing. */
  refuse(command: ActCommand): void {
    const known = this.state.answers[command.key];
    if (known && known.bodyMac !== command.bodyMac)
      throw refusalFailure({ code: 'IDEMPOTENCY_KEY_REUSED', detail: '同一 Idempotency-Key 已用于另一内容' });
    if (known) return;
    const decision = this.decide(command);
    if (isRefused(decision)) throw refusalFailure(decision.refusal);
  }

  async act(command: ActCommand): Promise<CommandAnswer> {
    while (!this.free) await condition(() => this.free);
    if (!this.state.answers[command.key]) {
      const decision = this.decide(command);
      // Two commands may pass their validators together: the second is compared again with the state the first has left.
      if (isRefused(decision)) throw refusalFailure(decision.refusal);
      this.take(decision, {
        by: command.actor.id,
        command: commandOf(command, command.action),
        cause: `act:${command.key}`,
      });
    }
    return this.answer(command.key);
  }

  async tell(message: OutsideMessage): Promise<CommandAnswer> {
    await this.hear(message, `tell:${message.type}`);
    return this.answer();
  }

  private decide(command: ActCommand): Decision {
    if (!this.opened) return { refusal: { code: 'ACTION_NOT_ALLOWED', detail: '办件尚未登记' } };
    return decide(this.state, command, { now: now() });
  }

  async hear(message: OutsideMessage, cause: string): Promise<void> {
    while (!this.free) await condition(() => this.free);
    this.take(hear(this.state, message, now()), { by: SYSTEM, cause });
  }

  /**
   * What came before has run on to its rest and is in the journal's hands. Each waits for this, so that one command is one record and what
   * follows from it carries its name. When it holds already nothing is awaited: the validator of the next command in the same task must see
   * this one; and between seeing it and taking the change nothing may be awaited either.
   */
  private get free(): boolean {
    return this.waiters.quiet && this.journal.empty;
  }

  /**
   * The reply goes out once the command and everything it caused are durable: they are one batch, so its own last event tells. What others do
   * meanwhile does not delay it.
   */
  private async answer(key?: string): Promise<CommandAnswer> {
    const answered = () => (key === undefined ? undefined : this.state.answers[key]);
    const upTo = answered()?.seq ?? this.state.seq;
    await condition(() => this.journal.writtenTo >= upTo);
    const { caseNo, version, seq } = this.state;
    const known = answered();
    return { caseNo, version: known?.version ?? version, seq: known?.seq ?? seq };
  }

  /** A change becomes the state; whoever waited for what it settles goes on, with the same occasion. */
  private take(change: Change, occasion: Omit<Occasion, 'on'>): void {
    this.occasion = { ...occasion, on: change.on };
    this.state = change.state;
    this.journal.add(change.events, occasion.cause);
    for (const event of change.events) this.follow(event);
  }

  private follow(event: CaseEvent): void {
    if (event.type === 'stepSettled') this.waiters.settle(event.data.result.key);
    else if (event.type === 'sentBack') this.waiters.rejectAll(new SentBack());
    else if (event.type === 'concluded') this.waiters.rejectAll(new CaseEnded());
    else if (event.type === 'repaired' && takesBack(event.data.kind)) this.inFlight.get(event.data.key ?? '')?.cancel();
    else if (event.type === 'waitOpened' && event.data.wait.kind === 'effect') void this.perform(event.data.wait.key);
  }

  /** Runs an effect that the state waits for; its key makes a second run harmless. */
  private async perform(key: string): Promise<void> {
    const wait = this.state.waits[key];
    if (wait?.kind !== 'effect' || this.inFlight.has(key)) return;
    const attempts = new CancellationScope();
    this.inFlight.set(key, attempts);
    try {
      const { caseNo, agency } = this.state;
      const input =
        wait.effect === 'deliverLetter' ? { letter: envelopeOf(this.state, String(wait.input.letterNo)) } : wait.input;
      const result = await attempts.run(() =>
        runEffect(wait.effect, { caseNo, agency, key: `${caseNo}:${key}`, input }),
      );
      await this.hear({ type: 'effectFinished', key, ...result, on: shanghaiDate(now()) }, `effect:${key}`);
    } catch (error) {
      if (!isCancellation(error)) throw error;
    } finally {
      this.inFlight.delete(key);
    }
  }

  // ---- the run ----

  protected change(work: (draft: Draft) => void): void {
    const { cause, ...occasion } = this.occasion;
    const draft = new Draft(this.state, { ...occasion, at: now(), on: occasion.on || shanghaiDate(now()) });
    work(draft);
    this.take(draft.change(), { ...occasion, cause });
  }

  protected async result(key: string, ask: (draft: Draft) => void): Promise<StepResult> {
    if (!isSettled(this.state, key)) {
      if (!this.state.waits[key]) this.change(ask);
      if (!isSettled(this.state, key)) await this.waiters.park(key);
    }
    const result = this.state.steps[key];
    if (!result) throw new SentBack();
    return result;
  }

  /** What follows happens on this day at the earliest: the day of what it was waiting for, although that was told before. */
  protected notBefore(on: string): void {
    if (on > this.occasion.on) this.occasion = { ...this.occasion, on };
  }

  /** One branch that waits for two things and goes on with the first. */
  protected async first(...asked: [string, (draft: Draft) => void][]): Promise<void> {
    for (const [key, ask] of asked) if (!this.state.waits[key]) this.change(ask);
    if (asked.some(([key]) => isSettled(this.state, key))) return;
    this.waiters.enter(asked.length - 1);
    try {
      await Promise.race(asked.map(([key]) => this.waiters.park(key)));
    } finally {
      for (const [key] of asked) this.waiters.drop(key);
      this.waiters.leave(asked.length - 1);
    }
  }

  /** Plays the story to its end, from the top after every sending back; results already there are passed over. */
  async play(story: () => Promise<void>): Promise<void> {
    for (const wait of Object.values(this.state.waits)) if (wait.kind === 'effect') void this.perform(wait.key);
    while (this.state.outcome === undefined) {
      try {
        await story();
        if (this.state.outcome === undefined) throw new Error('a story came to its end without a conclusion');
      } catch (error) {
        passEndings(error);
      }
    }
    this.waiters.leave();
  }

  keepJournal(): Promise<never> {
    return this.journal.keep();
  }

  /** True once the result is served and every letter is on its way: the run may end. */
  get over(): boolean {
    return this.state.ended && this.idle && !Object.values(this.state.waits).some(isBackground);
  }

  /** Learns of a newer calendar that the journal spoke of. */
  async keepCalendar(): Promise<never> {
    for (;;) {
      await condition(() => this.journal.clean && this.knowsNewerCalendar());
      const version = this.journal.newestCalendar as string;
      const calendar = await readCalendar({ version, from: this.state.receivedOn });
      if (this.knowsNewerCalendar()) await this.hear({ type: 'calendarPublished', calendar }, `calendar:${version}`);
    }
  }

  private knowsNewerCalendar(): boolean {
    const { newestCalendar } = this.journal;
    return !this.state.ended && newestCalendar !== undefined && newestCalendar !== this.state.calendar.version;
  }

  /** Nobody waits for an answer and nothing is under way: the run may be left here. */
  get atRest(): boolean {
    return this.idle && allHandlersFinished();
  }
}

const commandOf = ({ key, bodyMac }: { key: string; bodyMac: string }, action: string) => ({ key, bodyMac, action });

const takesBack = (kind: RepairKind): boolean => kind === 'returnInput' || kind === 'skip';
