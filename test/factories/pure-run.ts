import {
  type ActCommand,
  type CaseEvent,
  type CaseStart,
  type CaseState,
  type Instant,
  type OpenCommand,
  type OutsideMessage,
  type Refusal,
} from '@due-process/contracts';
import {
  acceptAtOnce,
  awaitInstant,
  awaitLetter,
  canAccept,
  conclude,
  decide,
  Draft,
  hear,
  initialState,
  isOpen,
  isRefused,
  isSettled,
  openCase,
  openTask,
  requestEffect,
  sendLetter,
  settle,
  type Change,
  type Occasion,
} from '@due-process/domain';
import { pureStories, type PureFile } from './pure-stories';

const parked = Symbol('parked');

/** What one message did: the case before it, and the events that it and the story after it made. */
export interface Turn {
  before: CaseState;
  after: CaseState;
  events: CaseEvent[];
}
export type Answer = (Turn & { refusal?: undefined }) | { refusal: Refusal };

/**
 * A case on the pure functions alone: messages change the state, then its story runs from the top over the results kept, until it waits. What
 * the durable workflow does, without the workflow.
 */
export class PureRun implements PureFile {
  state: CaseState;
  readonly events: CaseEvent[] = [];
  private occasion: Occasion = { by: 'system', at: '', on: '' };
  private acceptNow = false;

  constructor(readonly start: CaseStart) {
    this.state = initialState(start);
  }

  open(command: OpenCommand, now: Instant): Turn {
    const { key, bodyMac, acceptNow } = command;
    this.acceptNow = acceptNow;
    return this.take(openCase(this.start, command, now), command.actor.id, now, { key, bodyMac, action: 'open' });
  }

  act(command: ActCommand, now: Instant): Answer {
    const decision = decide(this.state, command, { now });
    if (isRefused(decision)) return decision;
    const { key, bodyMac, action } = command;
    return this.take(decision, command.actor.id, now, { key, bodyMac, action });
  }

  hear(message: OutsideMessage, now: Instant): Turn {
    return this.take(hear(this.state, message, now), 'system', now);
  }

  private take(change: Change, by: string, at: Instant, command?: Occasion['command']): Turn {
    const before = this.state;
    const from = this.events.length;
    this.adopt(change);
    this.occasion = { by, at, on: change.on, ...(command ? { command } : {}) };
    this.play();
    return { before, after: this.state, events: this.events.slice(from) };
  }

  private adopt(change: Change): void {
    this.events.push(...change.events);
    this.state = change.state;
  }

  private play(): void {
    const story = pureStories[this.start.rules.story];
    if (!story) throw new Error(`no story ${this.start.rules.story}`);
    if (!isOpen(this.state)) return;
    try {
      story(this);
    } catch (stop) {
      if (stop !== parked) throw stop;
    }
  }

  private change(work: (draft: Draft) => void): void {
    const draft = new Draft(this.state, this.occasion);
    work(draft);
    const change = draft.change();
    this.occasion = { ...this.occasion, on: change.on };
    this.adopt(change);
  }

  private result(key: string, ask: (draft: Draft) => void): Record<string, unknown> & { action: string } {
    if (!isSettled(this.state, key) && !this.state.waits[key]) this.change(ask);
    const step = this.state.steps[key];
    if (!step) throw parked;
    return { ...step.input, action: step.action };
  }

  intake() {
    if (this.acceptNow && canAccept(this.state)) this.change(acceptAtOnce);
    this.acceptNow = false;
    return this.task('intake');
  }

  task(stage: string, key = stage) {
    return this.result(key, (draft) => openTask(draft, key, stage));
  }

  send(type: string, to: string, inReplyTo?: string): string {
    const key = `send:${type}`;
    if (!isSettled(this.state, key)) this.change((draft) => void sendLetter(draft, key, type, to, {}, inReplyTo));
    return String(this.state.steps[key]?.input.letterNo);
  }

  receive(type: string, inReplyTo?: string) {
    const key = `receive:${type}`;
    const days = Number(this.state.rules.params.reminderDays);
    return this.result(key, (draft) => awaitLetter(draft, key, type, days, inReplyTo));
  }

  effect(name: string, input: Record<string, unknown>, key = `effect:${name}`) {
    return this.result(key, (draft) => requestEffect(draft, key, name, input));
  }

  fact(name: string): void {
    const key = `fact:${name}`;
    if (isSettled(this.state, key)) return;
    this.change((draft) => {
      settle(draft, key, 'noted');
      draft.fact(name);
    });
  }

  until(clock: string) {
    const key = `until:${clock}`;
    return this.result(key, (draft) => awaitInstant(draft, key, this.occasion.at, clock));
  }

  all(branches: (() => unknown)[]): void {
    let waiting = false;
    for (const branch of branches)
      try {
        branch();
      } catch (stop) {
        if (stop !== parked) throw stop;
        waiting = true;
      }
    if (waiting) throw parked;
  }

  conclude(): void {
    this.change((draft) => conclude(draft, 'completed'));
  }
}
