import type { IsoDate, RoundStep } from '@due-process/contracts';
import type { RoundWindow } from './round.store';

/**
 * How far a round is (YT-10.1 四), by its own published days: assessment begins on the day after the applications close, the results are made public
 * and the list is published on the days announced. Days and not the slowest application move a round, so that none holds up the others.
 */
export function dueSteps(
  { closesOn, data }: Pick<RoundWindow, 'closesOn' | 'data'>,
  today: IsoDate,
): { step: RoundStep; on: IsoDate }[] {
  const days: [RoundStep, IsoDate | undefined][] = [
    ['assessment', dayAfter(closesOn)],
    ['notice', data.noticeOn],
    ['list', data.listOn],
  ];
  return days.flatMap(([step, on]) => (on !== undefined && on <= today ? [{ step, on }] : []));
}

const dayAfter = (date: IsoDate): IsoDate => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
