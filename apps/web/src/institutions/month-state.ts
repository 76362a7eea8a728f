import type { MonthLine } from './institutions';

/** How far the settlement of a month has come for an institution. */
export const states = ['none', 'open', 'late', 'done'] as const;
export type MonthState = (typeof states)[number];

export const stateWords: Record<MonthState, string> = {
  none: '未建立',
  open: '在办',
  late: '超期',
  done: '已办结',
};

export function stateOf({ case: line }: MonthLine): MonthState {
  if (!line) return 'none';
  if (line.concludedOn !== null || line.state === 'terminated' || line.state === 'cancelled') return 'done';
  return line.light === 'red' ? 'late' : 'open';
}

const urgency: Record<MonthState, number> = { late: 0, open: 1, none: 2, done: 3 };

/** What is late stands first, then what runs by its due date; what is done stands last. */
export function shownLines(lines: readonly MonthLine[], shown: MonthState | 'all'): MonthLine[] {
  const due = ({ case: line }: MonthLine): string => line?.dueOn ?? '9999';
  return lines
    .filter((line) => shown === 'all' || stateOf(line) === shown)
    .toSorted(
      (a, b) =>
        urgency[stateOf(a)] - urgency[stateOf(b)] ||
        due(a).localeCompare(due(b)) ||
        a.itemCode.localeCompare(b.itemCode) ||
        a.name.localeCompare(b.name, 'zh'),
    );
}
