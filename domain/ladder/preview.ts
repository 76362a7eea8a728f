import type {
  ClockRule,
  Instant,
  IsoDate,
  PauseSpan,
  RungReceiver,
  RungRule,
  WorkCalendar,
} from '@due-process/contracts';
import { deadline } from '../clock';
import { rungMoments } from './rung-moments';

/** One message that would go out: which rung of which limit, when, to whom. */
export interface RungCall {
  rung: string;
  /** 办到几成、到期当日、逾期几个工作日 */
  words: string;
  on: IsoDate;
  at: Instant;
  receivers: RungReceiver[];
  sms: boolean;
}
export interface LimitCalls {
  clock: string;
  name: string;
  dueOn: IsoDate;
  /** The date reaches into a year without a notice of the State Council. */
  provisional: boolean;
  calls: RungCall[];
}

/**
 * Every message of a limit's ladder for a case that nobody works on, before the ladder is in force: the limit starts on the given day and stands still in the
 * given pauses. The same counting as in a case, from the same functions.
 */
export function ladderCalls(
  rule: Pick<ClockRule, 'id' | 'name' | 'quantity' | 'unit' | 'stoppedBy'>,
  rungs: readonly RungRule[],
  asked: { startOn: IsoDate; calendar: WorkCalendar; pauses: readonly PauseSpan[] },
): LimitCalls {
  const { startOn: start, calendar } = asked;
  const pauses = rule.stoppedBy.length > 0 ? asked.pauses : [];
  const term = { start, quantity: rule.quantity, unit: rule.unit, calendar, pauses };
  const { dueOn, provisional } = deadline(term);
  const known = new Map(rungs.map((rung) => [rung.id, rung]));
  const calls = rungMoments({ ...term, dueOn, rungs }).flatMap(({ rung, on, at }): RungCall[] => {
    const of = known.get(rung);
    return of ? [{ rung, words: rungWords(of), on, at, receivers: of.receivers, sms: of.sms ?? false }] : [];
  });
  return { clock: rule.id, name: rule.name, dueOn, provisional, calls };
}

const rungWords = ({ share, due, afterDue }: Pick<RungRule, 'share' | 'due' | 'afterDue'>): string => {
  if (due) return '到期当日';
  return afterDue === undefined ? `办到 ${Math.round((share ?? 0) * 100)}%` : `逾期 ${afterDue} 个工作日`;
};
