import dayjs from 'dayjs';
import { today } from '../parts/dates';
import type { CaseView } from '@due-process/contracts';

/** Where days lie on the bar, in percent of its width. */
export interface Scale {
  from: string;
  to: string;
  at: (date: string) => number;
  /** Mondays, or firsts of months on a long bar. */
  ticks: { date: string; words: string }[];
  weekends: { from: number; width: number }[];
  today: string;
}

/** As many as stand beside one another without touching; the last would reach over the edge. */
const mostTicks = 7;
const thinned = <Day>(all: readonly Day[]): Day[] => {
  const step = Math.ceil(all.length / mostTicks);
  return all.filter((_, at) => at % step === 0);
};

export function scaleOf({ clocks, receivedOn }: CaseView): Scale {
  const dates = [
    receivedOn,
    today(),
    ...clocks.flatMap(({ startedOn, dueOn, endedOn }) => [startedOn, dueOn, endedOn ?? dueOn]),
  ].sort();
  const from = dayjs(dates[0]).subtract(1, 'day');
  const to = dayjs(dates.at(-1)).add(2, 'day');
  const days = to.diff(from, 'day');
  const at = (date: string): number => (dayjs(date).diff(from, 'day') / days) * 100;
  const all = Array.from({ length: days }, (_, n) => from.add(n, 'day'));
  const marked = days > 70 ? all.filter((day) => day.date() === 1) : all.filter((day) => day.day() === 1);
  const weekend = days > 200 ? [] : all.filter((day) => day.day() === 6);
  return {
    from: from.format('YYYY-MM-DD'),
    to: to.format('YYYY-MM-DD'),
    at,
    ticks: thinned(marked).map((day) => ({
      date: day.format('YYYY-MM-DD'),
      words: day.format(days > 330 ? 'YY-MM' : 'MM-DD'),
    })),
    weekends: weekend.map((day) => ({ from: at(day.format('YYYY-MM-DD')), width: (2 / days) * 100 })),
    today: today(),
  };
}
