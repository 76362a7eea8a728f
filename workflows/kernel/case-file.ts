import type { CaseState, IsoDate, Outcome, StepResult } from '@due-process/contracts';
import {
  acceptAtOnce,
  awaitInstant,
  awaitLetter,
  awaitRound,
  canAccept,
  conclude,
  holdTime,
  isSettled,
  openTask,
  otherPlace,
  releaseTime,
  requestEffect,
  sendLetter,
  settle,
  takeParked,
  withdrawTask,
} from '@due-process/domain';
import { CaseRun, now } from './case-run';
import { passEndings } from './errors';

/**
 * The case file (卷宗) as a story sees it. Every wait has a key and its result is kept by that key: a story that is run again from the top passes
 * over what is already there.
 */
export class CaseFile extends CaseRun {
  get form(): CaseState['form'] {
    return this.state.form;
  }
  get params(): CaseState['rules']['params'] {
    return this.state.rules.params;
  }

  /** 收件 to 受理: comes back only when the case is accepted; every other end concludes it. */
  async intake(): Promise<void> {
    if (this.acceptNow && !isSettled(this.state, 'intake') && canAccept(this.state)) this.change(acceptAtOnce);
    await this.result('intake', (draft) => openTask(draft, 'intake', 'intake'));
  }

  /** One unit of human work. */
  task(stage: string, key = stage): Promise<StepResult> {
    return this.result(key, (draft) => openTask(draft, key, stage));
  }

  /** Records once what the system did itself in place of a person. */
  automatic(key: string, action: string): void {
    if (!isSettled(this.state, key)) this.change((draft) => settle(draft, key, action));
  }

  /** A fact of the story comes about once: clocks that the item hangs on it start or are met. `on`: its true date, when that was another day. */
  fact(name: string, key = `fact:${name}`, on?: IsoDate): void {
    if (isSettled(this.state, key)) return;
    this.change((draft) => {
      draft.fact(name, on);
      settle(draft, key, 'done');
    });
  }

  /** Issues a document of the item once. */
  document(type: string, data: Record<string, unknown> = {}, key = `document:${type}`): void {
    if (isSettled(this.state, key)) return;
    this.change((draft) => settle(draft, key, 'issued', { documentNo: draft.document(type, data) }));
  }

  /** Sends a letter once; the story goes on at once, delivery and receipts follow. `answers`: our reply to this letter, or to a parked one of this type. */
  send(
    type: string,
    to: string,
    body: Record<string, unknown>,
    answers: { letterNo?: string; parked?: string } = {},
  ): string {
    const key = `send:${type}`;
    if (!isSettled(this.state, key))
      this.change((draft) => {
        const parked = answers.parked === undefined ? undefined : takeParked(draft, answers.parked);
        sendLetter(draft, key, type, to, body, answers.letterNo ?? parked);
      });
    return String(this.state.steps[key]?.input.letterNo);
  }

  receive(type: string, options: { remindAfter?: number; inReplyTo?: string } = {}): Promise<StepResult> {
    const key = `receive:${type}`;
    return this.result(key, (draft) => awaitLetter(draft, key, type, options.remindAfter, options.inReplyTo));
  }

  /** Something outside whose result the story needs. */
  effect(name: string, input: Record<string, unknown>, key = `effect:${name}`): Promise<StepResult> {
    return this.result(key, (draft) => requestEffect(draft, key, name, input));
  }

  /** A person's work and the effect it asks for; what the outside refuses comes back to the person, until it is done. */
  async untilDone(
    stage: string,
    name: string,
    inputOf: (entered: Record<string, unknown>) => Record<string, unknown>,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const nth = attempt === 1 ? '' : `#${attempt}`;
      const entered = await this.task(stage, `${stage}${nth}`);
      const done = await this.effect(name, inputOf(entered.input), `effect:${name}${nth}`);
      if (done.action === 'done') return;
    }
  }

  /** Waits until a clock has run out, wherever pauses and calendars move its end. */
  until(clock: string): Promise<StepResult> {
    const key = `until:${clock}`;
    return this.result(key, (draft) => awaitInstant(draft, key, now(), clock));
  }

  /** Work that may be done until a clock runs out (公示期内提出异议, 期限内申请再次评估); then it is taken away: `elapsed`. */
  async taskWithin(stage: string, clock: string, key = stage): Promise<StepResult> {
    const limit = `until:${clock}:${key}`;
    if (!isSettled(this.state, key)) {
      await this.first(
        [key, (draft) => openTask(draft, key, stage)],
        [limit, (draft) => awaitInstant(draft, limit, now(), clock)],
      );
      this.change((draft) =>
        isSettled(draft.state, limit) ? withdrawTask(draft, key) : settle(draft, limit, 'superseded'),
      );
    }
    return this.result(key, () => undefined);
  }

  /** Waits until the next round of this name takes the case up. */
  async round(name: string): Promise<StepResult> {
    const key = `round:${name}`;
    const told = await this.result(key, (draft) => awaitRound(draft, key, now(), name));
    this.notBefore(told.on);
    return told;
  }

  /** Stops the limits that the item's pause of this cause stops, until `goOn`. `key` tells one standstill of a cause from the next. */
  hold(cause: string, reason?: string, key = `hold:${cause}`): void {
    if (!isSettled(this.state, key)) this.change((draft) => holdTime(draft, key, cause, reason));
  }

  goOn(cause: string, key = `goOn:${cause}`): void {
    if (!isSettled(this.state, key)) this.change((draft) => releaseTime(draft, key, cause));
  }

  /** Waits for a moment of the calendar; one that has passed already is waited for no longer. */
  at(key: string, instant: string): Promise<StepResult> {
    return this.result(key, (draft) => awaitInstant(draft, key, instant));
  }

  /** Branches side by side (会签, 并联审批): goes on when all are done. */
  async all(branches: readonly (() => Promise<unknown>)[]): Promise<void> {
    this.waiters.enter(branches.length - 1);
    let left = branches.length;
    const ended = branches.map((branch) =>
      branch().finally(() => {
        if (--left > 0) this.waiters.leave();
      }),
    );
    // A bug in one branch stops the case at once; sending back and ending reach every branch, and the story goes on when all have heard.
    await Promise.all(ended.map((one) => one.catch(passEndings)));
    await Promise.all(ended);
  }

  conclude(outcome: Outcome = 'completed', reason?: string): void {
    if (this.state.outcome === undefined) this.change((draft) => conclude(draft, outcome, reason));
  }

  get otherPlace(): string {
    return otherPlace(this.state) ?? '';
  }
}
