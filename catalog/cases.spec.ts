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

describe('the dates that the situations works out by hand', () => {
  const dated = expected.filter(({ clock }) => clock.dueOn !== undefined);

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

describe('the days that the situations says were used', () => {
  const ended = expected.filter(({ clock }) => clock.used !== undefined && clock.endedOn !== undefined);

  it.each(ended)('$name fits the day the clock ended', ({ situation, id, clock, rule }) => {
    const started = expected.find((one) => one.situation === situation && one.id === id && one.clock.startedOn)?.clock;
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
