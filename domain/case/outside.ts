import type {
  CaseState,
  Instant,
  IsoDate,
  LetterEnvelope,
  LetterState,
  OutsideMessage,
  WaitState,
} from '@due-process/contracts';
import { addWorkingDays, overrunAt, shanghaiDate, shanghaiInstant } from '../calendar';
import { Draft, type Change } from './draft';
import { latestFact } from './ending';
import { issueLetter } from './letters';
import { endPause } from './pauses';
import { supplyByLetter } from './supplement';

/**
 * What reaches a case from outside or from time. Nothing here is refused: a letter that comes before its turn is parked, one that comes twice
 * changes nothing.
 */
export function hear(state: CaseState, message: OutsideMessage, now: Instant): Change {
  const draft = new Draft(state, { by: 'system', at: now, on: shanghaiDate(now) });
  switch (message.type) {
    case 'letterArrived':
      letterArrived(draft, message.letter, message.receivedOn);
      break;
    case 'letterReceipted':
      receipted(draft, message.receipt.letterNo, message.receipt.kind, message.receipt.reason ?? '');
      break;
    case 'calendarPublished':
      if (message.calendar.version !== state.calendar.version) {
        draft.emit('calendarAdopted', {
          calendar: message.calendar,
          ...(message.proposal ? { proposal: message.proposal } : {}),
        });
        draft.redate('calendar');
      }
      break;
    case 'effectFinished':
      effectFinished(draft, message.key, message.outcome, message.data, message.on);
      break;
    case 'roundOpened':
      roundOpened(draft, message);
      break;
    case 'timeReached':
      timeReached(draft, message.now);
      break;
  }
  return draft.change();
}

function incoming(letter: LetterEnvelope, receivedOn: IsoDate, state: LetterState['state']): LetterState {
  const { letterNo, type, fromAgency, inReplyTo, issuedOn, body } = letter;
  return {
    letterNo,
    type,
    direction: 'in',
    other: fromAgency,
    issuedOn,
    key: '',
    state,
    receivedOn,
    body,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
  };
}

function letterArrived(draft: Draft, letter: LetterEnvelope, receivedOn: IsoDate): void {
  if (draft.state.letters[letter.letterNo]) return;
  const wait = waitFor(draft.state, letter.type);
  if (!wait) {
    draft.emit('letterParked', { letter: incoming(letter, receivedOn, 'parked') }, receivedOn);
    supplyByLetter(draft, letter.type, receivedOn);
    return;
  }
  receive(draft, wait.key, incoming(letter, receivedOn, 'received'), receivedOn);
}

const waitFor = (state: CaseState, type: string) =>
  Object.values(state.waits).find(
    (wait): wait is WaitState & { kind: 'letter' } => wait.kind === 'letter' && wait.type === type,
  );

/** The clock runs from the day of receipt, whenever it is recorded. */
export function receive(draft: Draft, key: string, letter: LetterState, receivedOn: IsoDate): void {
  draft.occasion = { ...draft.occasion, on: receivedOn };
  draft.emit('letterReceived', { letter: { ...letter, state: 'received', key } });
  draft.emit('stepSettled', {
    result: {
      key,
      action: 'received',
      input: { letterNo: letter.letterNo, body: letter.body },
      by: 'system',
      on: receivedOn,
    },
  });
  draft.fact(`letterReceived:${letter.type}`, receivedOn);
}

function receipted(draft: Draft, letterNo: string, kind: 'delivered' | 'processed' | 'refused', reason: string): void {
  const letter = draft.state.letters[letterNo];
  if (!letter || letter.direction !== 'out' || letter.state === 'processed' || letter.state === 'refused') return;
  if (kind === 'refused') draft.emit('letterRefused', { letterNo, reason });
  else if (kind === 'processed') draft.emit('letterProcessed', { letterNo, on: draft.occasion.on });
  else if (letter.state === 'queued') draft.emit('letterDelivered', { letterNo, on: draft.occasion.on });
}

function effectFinished(
  draft: Draft,
  key: string,
  outcome: 'done' | 'rejected',
  data: Record<string, unknown>,
  on: IsoDate,
): void {
  const wait = draft.state.waits[key];
  if (wait?.kind !== 'effect') return;
  draft.emit('stepSettled', { result: { key, action: outcome, input: data, by: 'system', on } }, on);
  const letterNo = wait.effect === 'deliverLetter' ? wait.input.letterNo : undefined;
  if (outcome === 'rejected' && typeof letterNo === 'string')
    receipted(draft, letterNo, 'refused', String(data.reason ?? ''));
}

/**
 * A round takes up the case from the round's own day; a case that waits for none, or is told again, passes it over. What is told `ahead` (批次 of
 * designations) is kept for a case that has not come so far: it goes on at once when it does.
 */
function roundOpened(draft: Draft, { round, period, on, ahead }: OutsideMessage & { type: 'roundOpened' }): void {
  const wait = Object.values(draft.state.waits).find((one) => one.kind === 'until' && one.round === round);
  const key = wait?.key ?? (ahead ? `round:${round}` : undefined);
  if (key === undefined || draft.state.steps[key] || draft.state.outcome !== undefined) return;
  if (wait && ahead) draft.occasion = { ...draft.occasion, on: [on, latestFact(draft.state)].sort()[1] ?? on };
  draft.emit('stepSettled', { result: { key, action: 'opened', input: { period }, by: 'system', on } }, on);
  draft.fact(`roundOpened:${round}`, on);
}

/** Everything whose moment has come: silences are reminded of, pauses reach their limit, notice periods and service end. */
function timeReached(draft: Draft, now: Instant): void {
  const today = shanghaiDate(now);
  for (const wait of Object.values(draft.state.waits)) {
    if (wait.kind === 'until') {
      const at = momentOf(draft.state, wait);
      if (at !== undefined && at <= now) elapsed(draft, wait.key, shanghaiDate(at));
    }
    if (wait.kind === 'letter' && wait.remindOn !== undefined && morning(wait.remindOn) <= now)
      remind(draft, wait, today);
  }
  for (const pause of draft.state.pauses)
    if (pause.endedOn === undefined && pause.limitOn !== undefined && morningAfter(pause.limitOn) <= now)
      pauseLimit(draft, pause.id);
  const { concludedOn, servedOn } = draft.state;
  if (concludedOn !== undefined && servedOn === undefined && serviceEnds(draft.state) <= now)
    draft.emit('served', { servedOn: today, how: 'limit' });
}

/** What follows from a period's end happens on its last day, also when the case hears of it later: a case brought over, a worker that was away. */
function elapsed(draft: Draft, key: string, on: IsoDate): void {
  draft.occasion = { ...draft.occasion, on };
  draft.emit('stepSettled', { result: { key, action: 'elapsed', input: {}, by: 'system', on } });
}

function remind(draft: Draft, wait: WaitState & { kind: 'letter' }, today: IsoDate): void {
  const { rules, calendar } = draft.state;
  const last = wait.reminders + 1 >= Number(rules.params.maxReminders ?? 2);
  const to = otherPlace(draft.state);
  if (to)
    issueLetter(
      draft,
      `remind:${wait.key}#${wait.reminders + 1}`,
      last ? 'escalation' : 'reminder',
      to,
      {
        awaitedType: wait.type,
        sentOn: wait.openedOn,
        times: wait.reminders + 1,
      },
      wait.inReplyTo,
    );
  const next = last ? {} : { remindOn: addWorkingDays(calendar, today, Number(rules.params.reminderDays ?? 10)) };
  draft.emit('waitReminded', { key: wait.key, ...next });
}

function pauseLimit(draft: Draft, id: string): void {
  const pause = draft.state.pauses.find((one) => one.id === id);
  const consequence = draft.state.rules.pauses.find((rule) => rule.cause === pause?.cause)?.atLimit ?? 'tellHolder';
  const limitOn = pause?.limitOn ?? draft.occasion.on;
  draft.emit('pauseLimitReached', { id, consequence });
  if (consequence === 'resume') endPause(draft, id, limitOn);
}

export function otherPlace(state: CaseState): string | undefined {
  const other = state.form.otherPlace;
  return other && typeof other === 'object' && 'code' in other ? other.code : undefined;
}

const morning = (on: IsoDate): Instant => shanghaiInstant(on, '08:30');
const morningAfter = (on: IsoDate): Instant => new Date(Date.parse(morning(on)) + 86_400_000).toISOString();
const serviceEnds = ({ concludedOn, rules }: CaseState): Instant =>
  new Date(Date.parse(morning(concludedOn ?? '1970-01-01')) + rules.service.limitDays * 86_400_000).toISOString();

/** When a wait for an instant is over: the end of its clock wherever that has moved to, never while the clock stands still. */
function momentOf(state: CaseState, wait: WaitState & { kind: 'until' }): Instant | undefined {
  if (wait.round !== undefined) return undefined;
  const clock = wait.clock === undefined ? undefined : state.clocks[wait.clock];
  if (!clock) return wait.at;
  return clock.state === 'paused' ? undefined : overrunAt(clock.dueOn);
}

/** The earliest moment that changes the case by itself; rungs only tell people and are not among them. */
export function nextWake(state: CaseState): Instant | undefined {
  const moments = Object.values(state.waits).flatMap((wait) => {
    if (wait.kind === 'until') return [momentOf(state, wait)].filter((at) => at !== undefined);
    return wait.kind === 'letter' && wait.remindOn !== undefined ? [morning(wait.remindOn)] : [];
  });
  for (const pause of state.pauses)
    if (pause.endedOn === undefined && pause.limitOn !== undefined) moments.push(morningAfter(pause.limitOn));
  if (state.concludedOn !== undefined && state.servedOn === undefined) moments.push(serviceEnds(state));
  return moments.sort()[0];
}
