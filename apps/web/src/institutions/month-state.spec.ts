import type { MonthLine } from './institutions';
import { shownLines, stateOf } from './month-state';

const line = (name: string, given: Record<string, unknown> | null): MonthLine =>
  ({
    name,
    creditCode: name,
    itemCode: 'YT-11.1',
    case: given && { concludedOn: null, light: null, ...given },
  }) as MonthLine;

const lines = [
  line('done', { state: 'concluded', concludedOn: '2026-11-20' }),
  line('none', null),
  line('later', { state: 'inReview', light: 'green', dueOn: '2026-12-20' }),
  line('sooner', { state: 'inReview', light: 'green', dueOn: '2026-12-02' }),
  line('late', { state: 'inReview', light: 'red', dueOn: '2026-11-30' }),
  line('withdrawn', { state: 'cancelled' }),
];

describe('a month of settlements', () => {
  it('shows what is late first, then what is due, what has no case, and what is done', () => {
    expect(shownLines(lines, 'all').map(({ name }) => name)).toEqual([
      'late',
      'sooner',
      'later',
      'none',
      'done',
      'withdrawn',
    ]);
  });

  it('shows one state alone', () => {
    expect(shownLines(lines, 'none').map(({ name }) => name)).toEqual(['none']);
    expect(lines.map(stateOf)).toEqual(['done', 'none', 'open', 'open', 'late', 'done']);
  });
});
