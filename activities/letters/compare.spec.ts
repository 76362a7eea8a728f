import type { OwnLetter } from './books';
import { compare } from './compare';
import type { ExchangeLetter } from './wire';

const now = Date.parse('2026-03-10T02:00:00+08:00');
const today = '2026-03-10';

const own = (letterNo: string, changes: Partial<OwnLetter> = {}): OwnLetter => ({
  letterNo,
  caseNo: `case of ${letterNo}`,
  type: 'contactLetter',
  fromAgency: '370600',
  toAgency: '370200',
  subject: '0'.repeat(32),
  issuedOn: '2026-03-08',
  body: {},
  state: 'delivered',
  ...changes,
});
const listed = (letterNo: string, changes: Partial<ExchangeLetter> = {}): ExchangeLetter => ({
  letterNo,
  type: 'contactLetter',
  direction: 'sent',
  state: 'delivered',
  acceptedAt: '2026-03-08T01:00:00.000Z',
  ...changes,
});
const books = (sent: OwnLetter[], list: ExchangeLetter[], received: string[] = []) =>
  compare({ listed: list, own: { sent, received: new Set(received) }, today, now });

describe('the comparison of our letters with the platform', () => {
  test('finds nothing where both agree', () => {
    expect(books([own('A')], [listed('A'), listed('B', { direction: 'received' })], ['B'])).toEqual({
      resend: [],
      differences: [],
    });
  });

  test('sends again what the platform never accepted, and writes it down from the next day on', () => {
    const old = own('A', { state: 'queued' });
    const fresh = own('B', { state: 'queued', issuedOn: today });
    const { resend, differences } = books([old, fresh], []);
    expect(resend).toEqual([old, fresh]);
    expect(differences).toEqual([{ letterNo: 'A', caseNo: 'case of A', kind: 'notAccepted' }]);
  });

  test('writes down, but does not send, what we believe delivered and the platform does not know', () => {
    const { resend, differences } = books([own('A')], []);
    expect(resend).toEqual([]);
    expect(differences).toEqual([{ letterNo: 'A', caseNo: 'case of A', kind: 'notAccepted' }]);
  });

  test('finds a letter that could not be brought to its recipient for a day', () => {
    const { differences } = books(
      [own('A'), own('B')],
      [
        listed('A', { state: 'held', acceptedAt: '2026-03-08T01:00:00.000Z' }),
        listed('B', { state: 'accepted', acceptedAt: '2026-03-09T12:00:00.000Z' }),
      ],
    );
    expect(differences).toEqual([{ letterNo: 'A', caseNo: 'case of A', kind: 'notDelivered', detail: 'held' }]);
  });

  test('finds a letter that we are said to have taken and have not', () => {
    const { differences } = books([], [listed('X', { direction: 'received' })]);
    expect(differences).toEqual([{ letterNo: 'X', kind: 'notReceived' }]);
  });

  test('finds a refusal that the case has not heard of, and leaves one that it has', () => {
    const list = [listed('A', { state: 'refused' }), listed('B', { state: 'refused' })];
    const { differences } = books([own('A'), own('B', { state: 'refused' })], list);
    expect(differences).toEqual([{ letterNo: 'A', caseNo: 'case of A', kind: 'refused' }]);
  });
});
