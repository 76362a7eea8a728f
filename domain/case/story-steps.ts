import type { CaseState, Instant } from '@due-process/contracts';
import { addWorkingDays } from '../calendar';
import type { Draft } from './draft';
import { acknowledge, issueLetter } from './letters';
import { receive } from './outside';
import { endPause, openPause } from './pauses';

/** What a story asks of the case, as pure changes. Each is done once per key: a story that runs again finds its result. */
export const isSettled = (state: CaseState, key: string): boolean => state.steps[key] !== undefined;

/** Records the result of something the system did itself. */
export function settle(draft: Draft, key: string, action: string, input: Record<string, unknown> = {}): void {
  draft.emit('stepSettled', { result: { key, action, input, by: draft.occasion.by, on: draft.occasion.on } });
}

/** Sends a letter and goes on; the fact of its posting may meet a limit. */
export function sendLetter(
  draft: Draft,
  key: string,
  type: string,
  to: string,
  body: Record<string, unknown>,
  inReplyTo?: string,
): string {
  const documented = draft.state.rules.documents.some((rule) => rule.type === type);
  const letterNo = issueLetter(draft, key, type, to, body, inReplyTo);
  if (documented) draft.document(type, { letterNo });
  if (inReplyTo !== undefined) acknowledge(draft, inReplyTo, 'processed');
  settle(draft, key, 'sent', { letterNo });
  draft.fact(`letterSent:${type}`);
  return letterNo;
}

/**
 * Waits for a letter. One that came before its turn is taken from where it was parked, and one received before the case was sent back is taken
 * again: its clock runs from the true day of receipt, while what the case does next happens today.
 */
export function awaitLetter(
  draft: Draft,
  key: string,
  type: string,
  remindAfter: number | undefined,
  inReplyTo?: string,
): void {
  const { state, occasion } = draft;
  const remindOn =
    remindAfter === undefined ? {} : { remindOn: addWorkingDays(state.calendar, occasion.on, remindAfter) };
  const reply = inReplyTo === undefined ? {} : { inReplyTo };
  draft.emit('waitOpened', {
    wait: { kind: 'letter', key, type, openedOn: occasion.on, reminders: 0, ...remindOn, ...reply },
  });
  const here = Object.values(state.letters).find(
    (letter) => letter.direction === 'in' && letter.type === type && (letter.state === 'parked' || letter.key === key),
  );
  if (!here) return;
  receive(draft, key, here, here.receivedOn ?? occasion.on);
  if (draft.occasion.on < occasion.on) draft.occasion = occasion;
}

/** Takes a letter that came before its turn and that nobody waits for any more: it is recorded (录入) and may be answered. */
export function takeParked(draft: Draft, type: string): string | undefined {
  const letter = Object.values(draft.state.letters).find((one) => one.state === 'parked' && one.type === type);
  if (letter) draft.emit('letterReceived', { letter: { ...letter, state: 'received' } }, letter.receivedOn);
  return letter?.letterNo;
}

/** Asks for something outside; its key is the idempotency key that the receiver sees. */
export function requestEffect(draft: Draft, key: string, effect: string, input: Record<string, unknown>): void {
  draft.emit('waitOpened', { wait: { kind: 'effect', key, effect, input } });
}

/** Waits for an instant, or for the end of a clock wherever that is moved to. */
export function awaitInstant(draft: Draft, key: string, at: Instant, clock?: string): void {
  draft.emit('waitOpened', { wait: { kind: 'until', key, at, ...(clock ? { clock } : {}) } });
}

/** Waits for the next round of this name; a limit of the item may tell when one must have been opened. */
export function awaitRound(draft: Draft, key: string, at: Instant, round: string): void {
  draft.emit('waitOpened', { wait: { kind: 'until', key, at, round } });
  draft.fact(`roundAwaited:${round}`);
}

/** Time stands still for a cause of the item, told in writing (特别程序告知书). */
export function holdTime(draft: Draft, key: string, cause: string, reason?: string): void {
  const documentNo = draft.document('specialProcedureNotice', reason === undefined ? {} : { reason });
  openPause(draft, cause, { documentNo, ...(reason === undefined ? {} : { reason }) });
  settle(draft, key, 'held');
}

/** Time goes on: what it stood still for has come. */
export function releaseTime(draft: Draft, key: string, cause: string): void {
  for (const pause of draft.state.pauses)
    if (pause.cause === cause && pause.endedOn === undefined) endPause(draft, pause.id);
  settle(draft, key, 'released');
}

/** The period for it is over: the work is taken away undone. */
export function withdrawTask(draft: Draft, key: string): void {
  draft.emit('taskCancelled', { key, reason: 'superseded' });
  settle(draft, key, 'elapsed');
}
