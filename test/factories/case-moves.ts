import type { Actor, Instant, LetterType, OpenCommand, PublishedAction, WorkCalendar } from '@due-process/contracts';
import { commonActs, nextWake, publishedActions, shanghaiDate } from '@due-process/domain';
import fc from 'fast-check';
import { actCommand, letterIn, receiptOf } from './commands';
import { people } from './people';
import type { Answer, PureRun } from './pure-run';
import { calendar, enrolment } from './start';
import { validInput } from './valid-input';

/** One thing that befalls a case. Numbers choose among what the case offers when it befalls. */
export type Move =
  | {
      kind: 'act';
      who: number;
      what: number;
      seed: number;
      /** Days before today that the act is said to have happened. */
      daysAgo?: number;
      ending: boolean;
      slip: 'none' | 'stale' | 'withoutTask' | 'factFails' | 'factHolds';
    }
  | { kind: 'letter'; type: LetterType; number: number; daysAgo: number }
  | { kind: 'receipt'; number: number; outcome: 'delivered' | 'processed' | 'refused' }
  | { kind: 'effect'; which: number; rejected: boolean; background: boolean }
  | { kind: 'calendar'; version: number }
  | { kind: 'time'; hours: number }
  | { kind: 'wake' };

const nat = fc.nat(999);
const act = fc.record(
  {
    kind: fc.constant('act' as const),
    who: nat,
    what: nat,
    seed: nat,
    daysAgo: fc.nat(120).map((n) => (n <= 20 ? n : undefined)),
    ending: fc.nat(15).map((n) => n === 0),
    slip: fc.oneof(
      { weight: 12, arbitrary: fc.constant('none' as const) },
      { weight: 3, arbitrary: fc.constantFrom('stale', 'withoutTask', 'factFails', 'factHolds') },
    ),
  },
  { requiredKeys: ['kind', 'who', 'what', 'seed', 'ending', 'slip'] },
);

export const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: act },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('letter' as const),
      type: fc.constantFrom<LetterType>('contactLetter', 'informationForm', 'reminder'),
      number: fc.nat(2),
      daysAgo: fc.nat(6),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('receipt' as const),
      number: fc.integer({ min: 1, max: 4 }),
      outcome: fc.constantFrom('delivered' as const, 'processed' as const, 'refused' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('effect' as const),
      which: nat,
      rejected: fc.boolean(),
      background: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('calendar' as const), version: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('time' as const), hours: fc.nat(24 * 12) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wake' as const) }) },
);

/** Editions of the calendar: as published, with days at rest added, with rest days worked. */
const year = calendar.years['2026'] ?? { published: true, rest: [], work: [] };
export const calendars: WorkCalendar[] = [
  calendar,
  {
    version: '2026-b',
    years: { ...calendar.years, '2026': { ...year, rest: [...year.rest, '03-10', '03-17', '04-08', '04-20'] } },
  },
  {
    version: '2026-c',
    years: { ...calendar.years, '2026': { ...year, work: [...year.work, '03-07', '03-15', '04-11', '05-16'] } },
  },
];

export const everybody: Actor[] = Object.values<Actor>(people);
const endings = new Set(['cancelApplication', 'terminate', 'refuse', 'reject', 'closeUnsupplemented']);
const onwardToo = new Set(['receiveSupplement', 'cosign', 'returnDelegation', 'serve']);
const daysBefore = (now: Instant, days: number): string =>
  shanghaiDate(new Date(Date.parse(now) - days * 86_400_000).toISOString());

/** A published action and who was shown it. */
export interface Shown {
  actor: Actor;
  offer: PublishedAction;
}

/** Mostly something the chosen person may do; failing that, what anybody may do. */
function choose(run: PureRun, now: Instant, move: Move & { kind: 'act' }): Shown | undefined {
  const shown = (actor: Actor) => publishedActions(run.state, actor, { now }).map((offer) => ({ actor, offer }));
  const mine = shown(everybody[move.who % everybody.length] as Actor);
  if (move.seed % 10 === 0 && mine.length > 0) return mine[move.what % mine.length];
  const able = everybody
    .flatMap(shown)
    .filter(({ offer }) => offer.allowed && (move.ending || !endings.has(offer.action)));
  const onward = able.filter(({ offer }) => !commonActs.has(offer.action) || onwardToo.has(offer.action));
  const among = move.seed % 3 === 0 && onward.length > 0 ? onward : able;
  return among[move.what % Math.max(1, among.length)];
}

export interface Done {
  now: Instant;
  answer?: Answer;
  woken?: boolean;
}

/** Plays one move; `answer` is absent when there was nothing to do it with. */
export function playMove(run: PureRun, move: Move, now: Instant): Done {
  switch (move.kind) {
    case 'act': {
      const shown = choose(run, now, move);
      if (!shown) return { now };
      const { actor, offer } = shown;
      const { action, taskKey } = offer;
      const given = validInput(offer.input, { state: run.state, actor, action, taskKey, seed: move.seed });
      const fact = { factFails: 'active', factHolds: 'suspended', none: '', stale: '', withoutTask: '' }[move.slip];
      const command = actCommand(run.state, actor, action, given?.input ?? {}, {
        ...(given?.target ? { target: given.target } : {}),
        ...(taskKey === undefined || move.slip === 'withoutTask' ? {} : { taskKey }),
        ...(move.daysAgo === undefined ? {} : { occurredOn: daysBefore(now, move.daysAgo) }),
        ...(fact ? { facts: [enrolment(fact, now)] } : {}),
        ...(move.slip === 'stale' ? { expectedVersion: run.state.version - 1 } : {}),
      });
      return { now, answer: run.act(command, now) };
    }
    case 'letter': {
      const letter = letterIn(move.type, `${move.type}-${move.number}`);
      return {
        now,
        answer: run.hear({ type: 'letterArrived', letter, receivedOn: daysBefore(now, move.daysAgo) }, now),
      };
    }
    case 'receipt': {
      const letterNo = `${run.state.caseNo}-L0${move.number}`;
      return { now, answer: run.hear({ type: 'letterReceipted', receipt: receiptOf(letterNo, move.outcome) }, now) };
    }
    case 'effect': {
      const waits = Object.values(run.state.waits).filter(
        (wait) => wait.kind === 'effect' && wait.key.startsWith('post:') === move.background,
      );
      const key = waits[move.which % Math.max(1, waits.length)]?.key ?? 'effect:unknown';
      const outcome = move.rejected ? 'rejected' : 'done';
      const data = move.rejected ? { reason: '对方拒收' } : { no: 'P-1' };
      return { now, answer: run.hear({ type: 'effectFinished', key, outcome, data, on: shanghaiDate(now) }, now) };
    }
    case 'calendar': {
      const published = calendars[move.version] ?? calendar;
      return { now, answer: run.hear({ type: 'calendarPublished', calendar: published }, now) };
    }
    case 'time': {
      const then = new Date(Date.parse(now) + move.hours * 3_600_000).toISOString();
      return { now: then, answer: run.hear({ type: 'timeReached', now: then }, then) };
    }
    case 'wake': {
      const wake = nextWake(run.state);
      if (wake === undefined) return { now };
      const then = wake > now ? wake : now;
      return { now: then, answer: run.hear({ type: 'timeReached', now: then }, then), woken: true };
    }
  }
}

/** Openings of a case: papers complete or not, registered today or with the date of weeks ago. */
export const openings: fc.Arbitrary<Pick<OpenCommand, 'materials' | 'facts' | 'receivedOn' | 'acceptNow' | 'variant'>> =
  fc.record({
    materials: fc.constantFrom(
      [],
      [{ id: 'identity', status: 'received' as const }],
      [
        { id: 'identity', status: 'received' as const },
        { id: 'application', status: 'shared' as const },
      ],
    ),
    facts: fc.constantFrom([enrolment('suspended')], [enrolment('active')], [enrolment('unknown')], []),
    receivedOn: fc.constantFrom('2026-03-02', '2026-02-27', '2026-01-20'),
    acceptNow: fc.boolean(),
    variant: fc.constantFrom('bySelf', 'byProxy'),
  });
