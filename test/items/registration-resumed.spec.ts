import { clerks, type Clerk } from '../support/clerk';
import { csvOf, handIn, linesIn, pupils, rosterOf, settledRoster } from '../support/rosters';
import { sandbox } from '../support/sandbox';
import { control, restore } from '../support/system';
import { isConcluded } from '../support/transfers';
import { until } from '../support/until';
import { caseOf } from '../support/views';

jest.setTimeout(240_000);

let school: Clerk, window: Clerk;
beforeAll(async () => {
  [school, window] = await clerks('qd-school-demo', 'qd-window');
});
afterAll(async () => {
  await sandbox.noFaults();
  await restore();
});

/** Made-up numbers may meet again: a person is registered once a year, so each list has a year of its own. */
const enrol = async (count: number, insuredYear: number) => {
  const people = pupils(count);
  const handed = await handIn(school, csvOf(people));
  const view = caseOf(
    await school.open({
      itemCode: 'QD-1.4',
      officeId: 'shinan',
      channel: 'onsite',
      applicant: {
        kind: 'school',
        name: '青岛演示学校',
        idType: 'creditCode',
        idNumber: '12370200MADEMD003M',
        phone: '13800000000',
      },
      form: { insuredYear, roster: handed.body.id },
      materials: ['studentRoster'],
      acceptNow: true,
    }),
  );
  return { roster: handed.body, view, took: handed.took };
};

test('a worker killed in the middle of a list loses no line and doubles none', async () => {
  await sandbox.faults('core', { slowMs: 1_500 });
  const { roster, view } = await enrol(3_000, 2031);
  await until(
    'two chunks are through',
    () => rosterOf(school, roster.id),
    ({ accepted }) => accepted >= 1_000,
    60,
  );
  await control('worker', 'kill');
  const halfway = await rosterOf(school, roster.id);
  expect(halfway).toMatchObject({ state: 'processing' });
  expect(halfway.remaining).toBeGreaterThan(0);
  await sandbox.noFaults();
  await control('worker', 'start');

  expect(await settledRoster(school, roster.id, 120)).toMatchObject({ lines: 3_000, accepted: 3_000, rejected: 0 });
  const numbers = (await linesIn(school, roster.id, 'accepted')).map(({ recordNo }) => recordNo);
  expect(new Set(numbers).size).toBe(500);
  expect((await window.waitFor(view.caseNo, 'it is concluded', isConcluded)).outcome).toBe('completed');
});

test('twenty thousand lines are read, registered and counted', async () => {
  const { roster, took } = await enrol(20_000, 2032);
  expect(roster.lines).toBe(20_000);
  const begun = Date.now();
  expect(await settledRoster(school, roster.id, 180)).toMatchObject({ accepted: 20_000, rejected: 0 });
  console.info(
    `20,000 lines: read in ${(took / 1000).toFixed(1)} s, registered in ${((Date.now() - begun) / 1000).toFixed(1)} s`,
  );
});
