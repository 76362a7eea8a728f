import type {
  CaseState,
  ClockState,
  ClockView,
  Deadline,
  Instant,
  IsoDate,
  Light,
  TimeOfDay,
} from '@due-process/contracts';
import { isProvisional, shanghaiDate } from '../calendar';
import { clockRule } from '../case/conditions';
import { isRunning, rungsOf, termOf, usedDaysOf } from '../case/clocks';
import { deadline, light, periodLength, remaining, remainingWords } from '../clock';
import { clockKindWords, clockStateWords, factWords } from './words';

export interface Asked {
  now: Instant;
  closesAt?: TimeOfDay;
}

export function clockView(state: CaseState, clock: ClockState, asked: Asked): ClockView {
  const running = isRunning(clock);
  const today = shanghaiDate(asked.now);
  const term = termOf(state, clock);
  const left = running ? remaining({ ...term, ...asked, dueOn: clock.dueOn, on: today }) : undefined;
  const nextRung = running ? rungsOf(state, clock).find((rung) => rung.at > asked.now) : undefined;
  return {
    id: clock.id,
    kind: clock.kind,
    kindWords: clockKindWords[clock.kind],
    name: clock.name,
    state: clock.state,
    stateWords: clockStateWords[clock.state],
    startFact: clock.startFact,
    startWords: factWords(state, clock.startFact),
    startedOn: clock.startedOn,
    quantity: clock.quantity,
    unit: clock.unit,
    extendedBy: clock.extendedBy,
    dueOn: clock.dueOn,
    provisional: running && isProvisional(state.calendar, clock.startedOn, clock.dueOn),
    usedDays: running ? usedDaysOf(state, clock, today < clock.startedOn ? clock.startedOn : today) : (clock.used ?? 0),
    totalDays: periodLength(term),
    ...(left ? { remaining: left } : {}),
    remainingWords: wordsOf(clock, left, today),
    light: lightOf(state, clock, asked),
    ...(nextRung ? { nextRung } : {}),
    passedRungs: clock.passedRungs,
    ...(clock.endedOn ? { endedOn: clock.endedOn } : {}),
    calendarVersion: clock.calendarVersion,
  };
}

/** A ban (限制期) is over by its time alone: nobody is late with it. */
const isOverBan = (clock: ClockState, today: IsoDate): boolean => clock.kind === 'ban' && today > clock.dueOn;

function wordsOf(clock: ClockState, left: ReturnType<typeof remaining> | undefined, today: IsoDate): string {
  if (isOverBan(clock, today)) return '已期满';
  return left ? remainingWords(left, clock.unit) : clockStateWords[clock.state];
}

/** Ended clocks keep the light they ended with. */
function lightOf(state: CaseState, clock: ClockState, asked: Asked): Light {
  if (clock.kind === 'ban') return 'grey';
  if (!isRunning(clock)) return clock.state === 'overrun' ? 'red' : clock.state === 'met' ? 'green' : 'grey';
  const term = termOf(state, clock);
  const share = clockRule(state, clock.id).yellowFrom;
  return light({
    ...term,
    ...asked,
    dueOn: clock.dueOn,
    on: shanghaiDate(asked.now),
    ...(share === undefined ? {} : { near: { ...term, share } }),
  });
}

/**
 * The clock a case is judged by: the promised one that runs, else the statutory; of several the one due first. Without any that runs, the last of
 * them to have ended.
 */
export function leadingClock(state: CaseState): ClockState | undefined {
  const clocks = Object.values(state.clocks);
  const first = (kind: ClockState['kind']) =>
    clocks.filter((clock) => clock.kind === kind && isRunning(clock)).sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  const ended = clocks
    .filter((clock) => (clock.kind === 'promised' || clock.kind === 'statutory') && clock.endedOn !== undefined)
    .sort((a, b) => (b.endedOn ?? '').localeCompare(a.endedOn ?? '') || a.kind.localeCompare(b.kind));
  return first('promised') ?? first('statutory') ?? first('publicNotice') ?? first('remedy') ?? ended[0];
}

/** 推导单: why the clock falls due on this date, day by day. */
export interface DerivationSheet extends Deadline {
  caseNo: string;
  clock: ClockView;
  pauses: { from: IsoDate; to?: IsoDate }[];
}

export function derivationSheet(state: CaseState, clock: ClockState, asked: Asked): DerivationSheet {
  const term = termOf(state, clock);
  return {
    ...deadline(term),
    caseNo: state.caseNo,
    clock: clockView(state, clock, asked),
    pauses: [...term.pauses],
  };
}
