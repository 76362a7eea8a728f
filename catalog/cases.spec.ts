import { dueDate, usedDays } from '@due-process/domain';
import { loadCatalog, loadShippedCalendar, loadSituations } from './index';

const { calendar } = loadShippedCalendar();
const catalog = loadCatalog();

/** Every clock that a situation expects, with the situation and the item's rule for it. */
const expected = loadSituations().flatMap((situation) =>
  [situation.opened, ...situation.steps.map((step) => step.expect)].flatMap((expectation) =>
    Object.entries(expectation?.clocks ?? {}).map(([id, clock]) => ({
      name: `${situation.id}: ${id} ${clock.dueOn ?? clock.endedOn ?? clock.state}`,
      situation,
      id,
      clock,
      rule: catalog.rules(situation.item)?.rules.clocks.find((one) => one.id === id),
    })),
  ),
);

/** Counted here beside the case wherever the situation says from when, and for what days the clock stood still. */
describe('the dates that the situations work out by hand', () => {
  const dated = expected.filter(({ clock }) => clock.dueOn !== undefined && clock.startedOn !== undefined);

  it('cover every item with a counted limit', () => {
    const counted = catalog
      .items()
      .filter(({ code }) => catalog.rules(code)?.rules.clocks.some(({ kind }) => kind === 'statutory'));
    const shown = new Set(dated.map(({ situation }) => situation.item));
    expect(counted.map(({ code }) => code).filter((code) => !shown.has(code))).toEqual([]);
  });

  it.each(dated)('$name is what the rules of counting give', ({ clock, rule }) => {
    if (!rule || !clock.startedOn || !clock.dueOn) throw new Error('a due date needs its start and its rule');
    const term = {
      start: clock.startedOn,
      quantity: rule.quantity,
      unit: rule.unit,
      calendar,
      pauses: clock.pauses ?? [],
    };
    expect(dueDate(term)).toBe(clock.dueOn);
  });
});

describe('the days that the situations say were used', () => {
  const startOf = ({ situation, id }: (typeof expected)[number]) =>
    expected.find((one) => one.situation === situation && one.id === id && one.clock.startedOn)?.clock;
  const stops = ({ situation }: (typeof expected)[number]): boolean =>
    situation.steps.some(({ act = '' }) => /supplement|pause|object|hearing/i.test(act));
  const ended = expected.filter((one) => {
    const started = startOf(one);
    const { used, endedOn } = one.clock;
    return used !== undefined && endedOn !== undefined && started && (started.pauses !== undefined || !stops(one));
  });

  it.each(ended)('$name fits the day the clock ended', (one) => {
    const { clock, rule } = one;
    const started = startOf(one);
    if (!rule || !started?.startedOn || !clock.endedOn) throw new Error('used days need a start, an end and a rule');
    const term = {
      start: started.startedOn,
      quantity: rule.quantity,
      unit: rule.unit,
      calendar,
      pauses: started.pauses ?? [],
    };
    expect(usedDays(term, clock.endedOn)).toBe(clock.used);
    expect(clock.state).toBe(clock.endedOn > dueDate(term) ? 'overrun' : 'met');
  });
});
