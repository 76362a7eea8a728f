import type { CaseEvent, CaseState, IsoDate, ItemRules } from '@due-process/contracts';
import fc from 'fast-check';
import {
  caseStart,
  openCommand,
  openedCase,
  parallelRules,
  people,
  PureRun,
  reviewRules,
  transferRules,
} from '../../test/factories';
import { moves, openings, playMove } from '../../test/factories/case-moves';
import { isWorkingDay } from '../calendar';
import { evolve, initialState, standsAt } from '../case';
import { stepTimes } from './step-times';

/** The same days again, one by one: each working day goes to where the case, folded from all that happened before that day, stood. */
function recount(start: ReturnType<typeof caseStart>, events: readonly CaseEvent[], calendar: CaseState['calendar']) {
  const until = events.findIndex(({ type }) => type === 'concluded');
  const told = until < 0 ? events : events.slice(0, until + 1);
  const places: { from: IsoDate; place: string }[] = [];
  let state = initialState(start);
  let on = '';
  for (const event of told) {
    on = event.type === 'caseOpened' ? event.data.receivedOn : event.occurredOn > on ? event.occurredOn : on;
    state = evolve(state, event);
    const place = event.type === 'concluded' ? null : standsAt(state);
    if (place !== null) places.push({ from: on, place });
  }
  const days: Record<string, number> = {};
  const first = places[0]?.from ?? on;
  for (let day = Date.parse(first) + 86_400_000; day <= Date.parse(on); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    const place = places.findLast(({ from }) => from < date)?.place;
    if (place !== undefined && isWorkingDay(calendar, date)) days[place] = (days[place] ?? 0) + 1;
  }
  return days;
}

const spent = (days: Record<string, number>) =>
  Object.fromEntries(Object.entries(days).filter(([, count]) => count > 0));

describe('where the days of a case went', () => {
  it('goes to the clerk, to the applicant while the notice is open, and back, each working day once', () => {
    const played = openedCase(reviewRules(), { materials: [] });
    played.on('2026-03-03').does(people.window, 'requestSupplement');
    const materials = Object.values(played.state.rules.materials).map(({ id }) => ({
      id,
      status: 'received' as const,
    }));
    played.on('2026-03-10').does(people.window, 'receiveSupplement', { materials });
    played.on('2026-03-11').does(people.window, 'accept');
    played.on('2026-03-13').does(people.review, 'approve');
    played.on('2026-03-16').does(people.secondReview, 'confirm');
    const { path, days } = stepTimes(played.run.events, played.state.calendar);
    expect(path).toEqual(['intake', 'applicant', 'intake', 'review', 'secondReview']);
    // 3月3日；4—6、9、10日；11日；12、13日；16日
    expect(days).toEqual({ intake: 2, applicant: 5, review: 2, secondReview: 1 });
  });

  const stories: [string, () => ItemRules][] = [
    ['a case reviewed twice', reviewRules],
    ['a transfer with letters and a payment', transferRules],
    ['a case with work side by side and a notice period', parallelRules],
  ];
  it.each(stories)('is what counting day by day over the folded state gives: %s', (_name, rules) => {
    let counted = 0;
    fc.assert(
      fc.property(openings, fc.array(moves, { minLength: 5, maxLength: 60, size: 'max' }), (opening, sequence) => {
        const run = new PureRun(caseStart(rules()));
        let now = '2026-03-02T01:00:00.000Z';
        run.open(openCommand(opening), now);
        for (const move of sequence) ({ now } = playMove(run, move, now));
        const { days } = stepTimes(run.events, run.state.calendar);
        const again = recount(run.start, run.events, run.state.calendar);
        expect(spent(days)).toEqual(again);
        counted += Object.values(again).reduce((sum, count) => sum + count, 0);
      }),
      { numRuns: Number(process.env.RUNS ?? 12), interruptAfterTimeLimit: 30_000 },
    );
    expect(counted).toBeGreaterThan(0);
  });
});
