import type { EffectInput, EffectResult } from '@due-process/contracts';
import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import { createColumnCipher, createSubject, testKeys } from '@due-process/secrets';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { createProcessRoster } from './process-roster';
import { createRosterBook } from './roster-book.store';
import type { EnteredLine, EnterLines } from './wire';

jest.setTimeout(120_000);

const keys = testKeys();
const cipher = createColumnCipher(keys);
const subject = createSubject(keys);
const quiet = () => new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });

let db: FreshDatabase;
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** A made-up pupil's number. */
function idNumber(nth: number): string {
  const digits = `370602201${nth % 8}0${1 + (Math.floor(nth / 8) % 9)}1${Math.floor(nth / 72) % 9}${String(Math.floor(nth / 648)).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'[sum % 11];
}

interface Person {
  name: string;
  idNumber: string;
}
const pupils = (count: number, from = 0): Person[] =>
  Array.from({ length: count }, (_, at) => ({ name: '王小明', idNumber: idNumber(from + at) }));

/** A list handed in and given to a case, as the upload leaves it. */
async function staged(people: Person[], caseNo: string): Promise<string> {
  const id = randomUUID();
  await db.pool.query(
    `insert into roster (id, agency, account_id, file_name, format, sha256, lines, state, case_no)
     values ($1, '370600', 'school-demo', '花名册.csv', 'csv', $2, $3, 'staged', $4)`,
    [id, id, people.length, caseNo],
  );
  const rows = people.map((person, at) => ({
    line_no: at + 2,
    name_sealed: cipher.seal(person.name),
    id_number_sealed: cipher.seal(person.idNumber),
    subject: subject(person.idNumber),
  }));
  await db.pool.query(
    `insert into roster_line (roster_id, line_no, name_sealed, name_masked, id_number_sealed, id_number_masked, subject)
     select $1, line_no, name_sealed, '', id_number_sealed, '', subject
       from json_to_recordset($2::json) as row (line_no int, name_sealed text, id_number_sealed text, subject text)`,
    [id, JSON.stringify(rows)],
  );
  return id;
}

/** The core platform as far as it matters: an answer for a key is kept for ever, and every entry is remembered. */
function register(refuses: (person: string) => string | undefined = () => undefined) {
  const answers = new Map<string, EnteredLine>();
  const asked: number[] = [];
  const enterLines: EnterLines = async ({ lines }) => {
    asked.push(lines.length);
    for (const { key, idNumber: number } of lines) {
      const reason = refuses(number);
      if (!answers.has(key)) answers.set(key, reason ? { reason } : { recordNo: `HX${answers.size + 1}` });
    }
    return new Map(lines.map(({ key }) => [key, answers.get(key) ?? {}]));
  };
  return { answers, asked, enterLines };
}

const effect = (rosterId: string, caseNo: string, more: Record<string, unknown> = {}): EffectInput => ({
  caseNo,
  agency: '370600',
  key: `${caseNo}:effect:processRoster`,
  input: { rosterId, kind: 'studentEnrolment', insuredYear: 2027, ...more },
});
const processing = (enterLines: EnterLines) => createProcessRoster(enterLines, createRosterBook(db.pool, keys));

const linesOf = async (rosterId: string) =>
  (
    await db.pool.query<{ line_no: number; state: string; reason: string | null; record_no: string | null }>(
      'select line_no, state, reason, record_no from roster_line where roster_id = $1 order by line_no',
      [rosterId],
    )
  ).rows;

test('good lines are registered, bad ones come back with their reasons', async () => {
  const [first, second] = pupils(2, 100_000) as [Person, Person];
  const rosterId = await staged(
    [
      first,
      { name: '', idNumber: second.idNumber },
      first,
      { name: '李四', idNumber: '37060220100101001X' },
      { name: '赵五', idNumber: idNumber(100_009) },
    ],
    'R1',
  );
  const { enterLines } = register((number) => (number === idNumber(100_009) ? '已参加职工基本医疗保险' : undefined));

  const done = await quiet().run(processing(enterLines), effect(rosterId, 'R1'));

  expect(done).toEqual({ outcome: 'done', data: { lines: 5, accepted: 1, rejected: 4 } });
  expect(await linesOf(rosterId)).toEqual([
    { line_no: 2, state: 'accepted', reason: null, record_no: 'HX1' },
    { line_no: 3, state: 'rejected', reason: '姓名为空', record_no: null },
    { line_no: 4, state: 'rejected', reason: '与本名册第 2 行重复', record_no: null },
    { line_no: 5, state: 'rejected', reason: '身份证号有误：请核对位数、出生日期和校验位', record_no: null },
    { line_no: 6, state: 'rejected', reason: '已参加职工基本医疗保险', record_no: null },
  ]);
});

test('who was registered by an earlier list for the same year comes back; for another year not', async () => {
  const people = pupils(3, 200_000);
  const { enterLines } = register();
  await quiet().run(processing(enterLines), effect(await staged(people, 'R2'), 'R2'));
  const again = await staged(people, 'R3');
  expect(await quiet().run(processing(enterLines), effect(again, 'R3'))).toMatchObject({
    data: { accepted: 0, rejected: 3 },
  });
  expect((await linesOf(again))[0]?.reason).toMatch(/^已于 \d{4}-\d{2}-\d{2} 由先前的名册登记$/);
  const nextYear = effect(await staged(people, 'R4'), 'R4', { insuredYear: 2028 });
  expect(await quiet().run(processing(enterLines), nextYear)).toMatchObject({ data: { accepted: 3, rejected: 0 } });
});

test('leaving and coming again are no repetition', async () => {
  const people = pupils(2, 300_000);
  const { enterLines } = register();
  const run = async (variant: string, caseNo: string) =>
    quiet().run(
      processing(enterLines),
      effect(await staged(people, caseNo), caseNo, { kind: 'employeeRegistration', variant }),
    );
  for (const [nth, variant] of ['increase', 'decrease', 'increase'].entries())
    expect(await run(variant, `R5${nth}`)).toMatchObject({ data: { accepted: 2 } });
});

test('another case’s list is refused', async () => {
  const rosterId = await staged(pupils(1, 400_000), 'R6');
  expect(await quiet().run(processing(register().enterLines), effect(rosterId, 'R7'))).toMatchObject({
    outcome: 'rejected',
  });
  expect((await linesOf(rosterId))[0]?.state).toBe('staged');
});

test('cut off after it was entered and before it was settled, a chunk is entered once all the same', async () => {
  const rosterId = await staged(pupils(1_700, 10_000), 'R8');
  const { answers, asked, enterLines } = register();
  let calls = 0;
  const dying: EnterLines = async (request) => {
    const answer = await enterLines(request);
    if (++calls === 3) throw new Error('the worker is gone');
    return answer;
  };
  await expect(quiet().run(processing(dying), effect(rosterId, 'R8'))).rejects.toThrow('gone');
  const { rows } = await db.pool.query('select accepted, rejected, state from roster where id = $1', [rosterId]);
  expect(rows).toEqual([{ accepted: 1_000, rejected: 0, state: 'processing' }]);

  const done = (await quiet().run(processing(enterLines), effect(rosterId, 'R8'))) as EffectResult;

  expect(done.data).toEqual({ lines: 1_700, accepted: 1_700, rejected: 0 });
  expect(asked).toEqual([500, 500, 500, 500, 200]);
  expect(answers.size).toBe(1_700);
  const numbers = (await linesOf(rosterId)).map(({ record_no }) => record_no);
  expect(new Set(numbers).size).toBe(1_700);
});

test('told to stop, it stops between two chunks', async () => {
  const rosterId = await staged(pupils(1_200, 20_000), 'R9');
  const environment = quiet();
  environment.on('heartbeat', () => environment.cancel());
  await expect(environment.run(processing(register().enterLines), effect(rosterId, 'R9'))).rejects.toMatchObject({
    type: 'ROSTER_INTERRUPTED',
  });
  const { rows } = await db.pool.query('select accepted from roster where id = $1', [rosterId]);
  expect(rows).toEqual([{ accepted: 500 }]);
});

test('twenty thousand lines go through in little memory', async () => {
  const people = pupils(20_000, 30_000);
  people[777] = { name: '李四', idNumber: 'X' };
  const rosterId = await staged(people, 'R10');
  const beats: unknown[] = [];
  const environment = quiet();
  environment.on('heartbeat', (beat) => beats.push(beat));
  const { enterLines } = register();
  let most = 0;
  const watched: EnterLines = async (request) => {
    most = Math.max(most, request.lines.length);
    return enterLines(request);
  };

  const done = await environment.run(processing(watched), effect(rosterId, 'R10'));

  expect(done).toEqual({ outcome: 'done', data: { lines: 20_000, accepted: 19_999, rejected: 1 } });
  expect(beats.length).toBeGreaterThanOrEqual(40);
  expect(beats.at(-1)).toEqual({ lines: 20_000, accepted: 19_999, rejected: 1 });
  expect(most).toBe(500);
});
