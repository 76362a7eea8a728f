import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import { createLetterBook } from './letter-book.store';

let db: FreshDatabase;
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());
beforeEach(() => db.pool.query('truncate case_file, letter, letter_inbox, reconciliation_difference, message'));

const open = async () => {
  const { rows } = await db.pool.query<{ letter_no: string; kind: string }>(
    'select letter_no, kind from reconciliation_difference where resolved_at is null order by letter_no, kind',
  );
  return rows.map(({ letter_no: letterNo, kind }) => `${letterNo} ${kind}`);
};
const messages = async () => {
  const { rows } = await db.pool.query<Record<string, unknown>>(
    'select agency, role, text from message order by created_at',
  );
  return rows;
};

test('reads an agency’s letters as they were sent, older ones only while they wait', async () => {
  await db.pool.query("insert into case_file (case_no, subject) values ('C1', 'subject of C1')");
  const letters: [string, string, string, string, string | null][] = [
    ['L1', '370600', '2026-03-05', 'delivered', 'L0'],
    ['L2', '370600', '2026-01-05', 'queued', null],
    ['L3', '370600', '2026-01-05', 'processed', null],
    ['L4', '370200', '2026-03-05', 'queued', null],
  ];
  for (const [letterNo, agency, issuedOn, state, inReplyTo] of letters) {
    await db.pool.query(
      `insert into letter (case_no, letter_no, direction, type, agency, other, in_reply_to, issued_on, state, body)
       values ('C1', $1, 'out', 'contactLetter', $2, '320500', $5, $3, $4, '{"certificateNo": "L0"}')`,
      [letterNo, agency, issuedOn, state, inReplyTo],
    );
  }
  const { sent, received } = await createLetterBook(db.pool).own('370600', '2026-02-10');
  const letter = {
    caseNo: 'C1',
    type: 'contactLetter',
    fromAgency: '370600',
    toAgency: '320500',
    subject: 'subject of C1',
    body: { certificateNo: 'L0' },
  };
  expect(sent.sort((a, b) => (a.letterNo < b.letterNo ? -1 : 1))).toStrictEqual([
    { ...letter, letterNo: 'L1', issuedOn: '2026-03-05', state: 'delivered', inReplyTo: 'L0' },
    { ...letter, letterNo: 'L2', issuedOn: '2026-01-05', state: 'queued' },
  ]);
  expect(received.size).toBe(0);
});

test('keeps a difference once for as long as it lasts, and tells the supervisors when there is a new one', async () => {
  const book = createLetterBook(db.pool);
  const lost = { letterNo: 'L1', kind: 'notAccepted', caseNo: 'C1' } as const;
  const late = { letterNo: 'L2', kind: 'notDelivered', detail: 'held' } as const;
  await book.keep('370600', '2026-03-10', [lost, late]);
  await book.keep('370600', '2026-03-11', [lost, late]);
  expect(await open()).toEqual(['L1 notAccepted', 'L2 notDelivered']);
  expect(await messages()).toEqual([
    { agency: '370600', role: 'supervise', text: '函件对账发现 2 份函件收发不符，请在函件对账中查看' },
  ]);

  await book.keep('370600', '2026-03-12', [late]);
  expect(await open()).toEqual(['L2 notDelivered']);
  expect(await messages()).toHaveLength(1);

  await book.keep('370600', '2026-03-13', [late, lost]);
  expect(await open()).toEqual(['L1 notAccepted', 'L2 notDelivered']);
  expect(await messages()).toHaveLength(2);
});

test('found, gone and found again on one day is one row', async () => {
  const book = createLetterBook(db.pool);
  const lost = { letterNo: 'L1', kind: 'notAccepted' } as const;
  for (const found of [[lost], [], [lost]]) await book.keep('370600', '2026-03-10', found);
  const { rows } = await db.pool.query('select resolved_at from reconciliation_difference');
  expect(rows).toEqual([{ resolved_at: null }]);
});

test('one agency’s comparison closes nothing of another’s', async () => {
  const book = createLetterBook(db.pool);
  await book.keep('370600', '2026-03-10', [{ letterNo: 'L1', kind: 'notAccepted' }]);
  await book.keep('370200', '2026-03-10', []);
  expect(await open()).toEqual(['L1 notAccepted']);
});
