import type { CaseState } from '@due-process/contracts';
import { addWorkingDays } from '@due-process/domain';
import { spreadOf } from './kernel/alarm';
import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { form } from './testing/inputs';
import { applicationOf, calendar, peopleOf, startOf } from './testing/people';
import { testRules } from './testing/test-rules';

/** The one durable timer of a case (design §3), on a server whose clock is moved. Reminders fall at 08:30 Shanghai, 00:30 UTC. */
const DAY = 86_400_000;
const QUARTER = 15 * 60_000;

let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start();
});
afterAll(() => bench?.stop());

const { window, finance, head } = peopleOf('370600');
const shanghai = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const moment = (on: string): number => Date.parse(`${on}T00:30:00.000Z`);
const clockNow = async (): Promise<number> => bench.env.currentTimeMs();
const sleepUntil = async (at: number): Promise<void> => bench.env.sleep(Math.max(1, at - (await clockNow())));

/** Activities and records are real work: the server's clock stands while they go on, and they take a moment. */
async function until(file: CaseOnBench, holds: (state: CaseState) => boolean): Promise<CaseState> {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25)))
    if (holds(file.told())) return file.quiet();
  throw new Error('it did not come about');
}

async function transferOut(): Promise<CaseOnBench> {
  const start = startOf('YT-2.2');
  const file = await bench.open(start, applicationOf(start, { receivedOn: shanghai(await clockNow()) }));
  await file.act(window, 'accept');
  await file.quiet();
  return file;
}
const timers = async (file: CaseOnBench): Promise<number> =>
  (await file.history()).filter((event) => event.timerStartedEventAttributes).length;
const sent = (state: CaseState): string[] => Object.values(state.letters).map(({ type }) => type);

describe('the silence of another agency', () => {
  it('is reminded of on the fifteenth working day, again, and the last time as an escalation; then it is left to people', async () => {
    const file = await transferOut();
    const expected = ['enrolmentCertificate'];
    let on = shanghai(await clockNow());
    for (const [times, type] of [
      [1, 'reminder'],
      [2, 'reminder'],
      [3, 'escalation'],
    ] as const) {
      on = addWorkingDays(calendar, on, 15);
      await sleepUntil(moment(on) - 60_000);
      expect(sent(await file.quiet())).toEqual(expected);
      await sleepUntil(moment(on) + QUARTER);
      const state = await until(file, (now) => file.eventsOf('waitReminded').length === times && now.seq > 0);
      expected.push(type);
      expect(sent(state)).toEqual(expected);
      const at = Date.parse(file.eventsOf('waitReminded').at(-1)?.recordedAt ?? '');
      expect(at).toBeGreaterThanOrEqual(moment(on));
      expect(at).toBeLessThan(moment(on) + QUARTER + 5_000);
    }
    const armed = await timers(file);
    await bench.env.sleep('400 days');
    expect(sent(file.told())).toEqual(expected);
    expect(await timers(file)).toBe(armed);
    await file.letter({ letterNo: `QD-${file.start.caseNo}`, type: 'contactLetter' }, shanghai(await clockNow()));
    expect(Object.keys(file.told().tasks)).toEqual(['prepareInformationForm']);
  }, 60_000);

  it('arms one timer, whatever is done meanwhile, and none of it is heard once the letter has come', async () => {
    const file = await transferOut();
    for (const text of ['1', '2', '3']) await file.act(window, 'note', { text });
    await file.letter({ letterNo: `QD-${file.start.caseNo}`, type: 'contactLetter' }, shanghai(await clockNow()));
    await file.act(window, 'note', { text: '4' });
    expect(await timers(file)).toBe(1);
    await bench.env.sleep('60 days');
    expect(sent(file.told())).not.toContain('reminder');
  });
});

describe('wakes', () => {
  it('of a thousand cases due at one instant are spread over a quarter of an hour', () => {
    const spread = Array.from({ length: 1000 }, (_one, i) =>
      spreadOf(startOf('YT-2.2', { caseNo: `37060000120260105${String(i).padStart(5, '0')}${i % 10}` }).caseNo),
    );
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...spread)).toBeLessThan(QUARTER);
    const perMinute = Array.from(
      { length: 15 },
      (_one, m) => spread.filter((ms) => Math.floor(ms / 60_000) === m).length,
    );
    expect(Math.min(...perMinute)).toBeGreaterThan(20);
    expect(Math.max(...perMinute)).toBeLessThan(150);
  });
});

describe('a public notice', () => {
  async function notice(): Promise<CaseOnBench> {
    const start = startOf('TEST', { rules: testRules('notice') });
    return bench.open(start, applicationOf(start, { receivedOn: '2024-03-04' }));
  }

  it('that is over already when it is recorded is over at once', async () => {
    const file = await notice();
    await file.actOn('2024-03-04', window, 'accept');
    const state = await until(file, ({ tasks }) => 'last' in tasks);
    expect(state.clocks.publicNotice).toMatchObject({ startedOn: '2024-03-04', dueOn: '2024-03-11' });
    expect(await timers(file)).toBe(0);
  });

  it('does not end while its clock stands, and ends where the pause has moved it', async () => {
    const file = await notice();
    await file.act(window, 'accept');
    const accepted = shanghai(await clockNow());
    await file.act(head, 'pauseClock', { cause: 'specialProcedure', documentNo: '1', reason: '测试' });
    await bench.env.sleep(10 * DAY);
    expect(Object.keys(file.told().tasks)).toEqual([]);
    await file.act(head, 'resumeClock');
    const due = shanghai(Date.parse(`${accepted}T04:00:00.000Z`) + 9 * DAY);
    expect((file.told().clocks.publicNotice?.dueOn ?? '') >= due).toBe(true);
    await bench.env.sleep(12 * DAY);
    const state = await until(file, ({ tasks }) => 'last' in tasks);
    expect(state.steps['until:publicNotice']).toMatchObject({ action: 'elapsed' });
  });

  it('paused beyond its limit tells its holder, once, on the day after the limit', async () => {
    const file = await notice();
    await file.act(window, 'accept');
    await file.act(head, 'pauseClock', { cause: 'specialProcedure', documentNo: '1', reason: '测试' });
    const { limitOn } = file.told().pauses[0] ?? {};
    await sleepUntil(moment(limitOn ?? '') + DAY - 60_000);
    expect(file.types()).not.toContain('pauseLimitReached');
    await sleepUntil(moment(limitOn ?? '') + DAY + QUARTER);
    await until(file, () => file.types().includes('pauseLimitReached'));
    await bench.env.sleep(60 * DAY);
    expect(file.eventsOf('pauseLimitReached')).toHaveLength(1);
    expect(file.told().clocks.publicNotice).toMatchObject({ state: 'paused' });
  });
});

describe('a result that nobody fetches', () => {
  it('counts as served thirty days after the conclusion, and the run ends', async () => {
    const file = await transferOut();
    await file.letter({ letterNo: `QD-${file.start.caseNo}`, type: 'contactLetter' }, shanghai(await clockNow()));
    await file.act(window, 'sendInformationForm', form.information);
    await file.act(finance, 'settleAccount', form.transfer);
    const { concludedOn } = await file.quiet();
    await sleepUntil(moment(concludedOn ?? '') + 30 * DAY - 60_000);
    expect(file.told().ended).toBe(false);
    await sleepUntil(moment(concludedOn ?? '') + 30 * DAY + QUARTER);
    await until(file, ({ ended }) => ended);
    expect(file.eventsOf('served')[0]?.data).toMatchObject({ how: 'limit' });
    expect(await file.handle.result()).toMatchObject({ outcome: 'completed' });
  });
});
