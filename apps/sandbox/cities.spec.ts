import { eventually, pause } from './testing/agency';
import { Kit, person } from './testing/kit';

describe('a played city', () => {
  let kit: Kit;
  beforeEach(async () => {
    kit = await new Kit().open();
  });
  afterEach(() => kit.close());

  const ofType = (type: string) => kit.agency.letters().filter((letter) => letter.type === type);
  const receiptsOf = (letterNo: string) =>
    kit.agency
      .receipts()
      .filter((receipt) => receipt.letterNo === letterNo)
      .map(({ kind }) => kind);
  const reminder = (letterNo: string, inReplyTo: string, type: 'reminder' | 'escalation' = 'reminder') =>
    kit.certificate(letterNo, '370100', {
      type,
      inReplyTo,
      body: { awaitedType: 'contactLetter', sentOn: '2026-03-02' },
    });

  it('answers a certificate with a contact letter about the same person', async () => {
    await kit.post(kit.certificate('370600-2026-0101', '370100'));
    const answer = await eventually('the contact letter', () => ofType('contactLetter')[0]);
    expect(answer).toMatchObject({
      fromAgency: '370100',
      toAgency: '370600',
      inReplyTo: '370600-2026-0101',
      subject: kit.subject(person.idNumber),
      body: { person, certificateNo: '370600-2026-0101', account: { payeeRef: 'agency:370100' } },
    });
    await eventually('both receipts', () => receiptsOf('370600-2026-0101').length === 2);
    expect(receiptsOf('370600-2026-0101').sort()).toEqual(['delivered', 'processed']);
  });

  it('answers a contact letter with the information form that the core platform’s record gives', async () => {
    const record = {
      idNumber: person.idNumber,
      region: '320500',
      status: 'suspended',
      suspendedOn: '2026-02-10',
      insuredSince: '2025-01-01',
    };
    await kit.admin('PUT', '/enrolments', { ...record, paidMonths: 14, accountBalanceFen: 98765 });
    await kit.post(kit.contactLetter('370600-2026-0102', '320500'));
    const form = await eventually('the information form', () => ofType('informationForm')[0]);
    expect(form.body).toMatchObject({
      person,
      paidMonths: 14,
      accountBalanceFen: 98765,
      periods: [{ from: '2025-01', to: '2026-02', months: 14, insuranceKind: 'employee' }],
      issuer: { agency: '320500', name: '苏州市医疗保障经办机构' },
    });
  });

  it('stays silent when told to, and catches up when it is told to speak again', async () => {
    await kit.admin('PUT', '/cities/370100', { mode: 'silent', replyDelayMs: 0 });
    await kit.post(kit.certificate('370600-2026-0103', '370100'));
    await kit.post(reminder('370600-2026-0104', '370600-2026-0103'));
    await eventually('delivery', () => receiptsOf('370600-2026-0104').length === 1);
    await pause(50);
    expect(kit.agency.letters()).toEqual([]);
    expect(receiptsOf('370600-2026-0103')).toEqual(['delivered']);
    await kit.admin('PUT', '/cities/370100', { mode: 'normal' });
    await eventually('the contact letter', () => ofType('contactLetter')[0]);
  });

  it('waits for a reminder, or for the escalation, and then answers at once', async () => {
    await kit.admin('PUT', '/cities/370100', { mode: 'untilEscalated', replyDelayMs: 0 });
    await kit.post(kit.certificate('370600-2026-0105', '370100'));
    await kit.post(reminder('370600-2026-0106', '370600-2026-0105'));
    await eventually('the reminder’s receipt', () => receiptsOf('370600-2026-0106').includes('processed'));
    await pause(30);
    expect(kit.agency.letters()).toEqual([]);
    await kit.post(reminder('370600-2026-0107', '370600-2026-0105', 'escalation'));
    const answer = await eventually('the contact letter', () => ofType('contactLetter')[0]);
    expect(answer.inReplyTo).toBe('370600-2026-0105');
  });

  it('returns a letter with the reason when told to', async () => {
    await kit.admin('PUT', '/cities/370100', { mode: 'returns', replyDelayMs: 0 });
    await kit.post(kit.certificate('370600-2026-0108', '370100'));
    const notice = await eventually('the notice', () => ofType('returnNotice')[0]);
    expect(notice).toMatchObject({ inReplyTo: '370600-2026-0108', body: { reason: expect.any(String) } });
    await eventually('the refusal', () => receiptsOf('370600-2026-0108').includes('refused'));
  });

  it('owes no answer any more to a letter that was withdrawn', async () => {
    await kit.admin('PUT', '/cities/370100', { mode: 'untilReminded', replyDelayMs: 0 });
    await kit.post(kit.certificate('370600-2026-0109', '370100'));
    const body = { reason: '参保人撤回申请' };
    await kit.post(
      kit.certificate('370600-2026-0110', '370100', { type: 'withdrawal', inReplyTo: '370600-2026-0109', body }),
    );
    await eventually('the receipt', () => receiptsOf('370600-2026-0110').includes('processed'));
    await kit.admin('PUT', '/cities/370100', { mode: 'normal' });
    await pause(50);
    expect(kit.agency.letters()).toEqual([]);
  });

  it('cannot be reached when told so, and the letter arrives afterwards', async () => {
    await kit.admin('PUT', '/cities/370100', { mode: 'unreachable', replyDelayMs: 0 });
    await kit.post(kit.certificate('370600-2026-0111', '370100'));
    await pause(50);
    expect(kit.agency.deliveries).toEqual([]);
    await kit.admin('PUT', '/cities/370100', { mode: 'normal' });
    await eventually('the contact letter', () => ofType('contactLetter')[0]);
  });

  it('writes of its own accord, and the same letter can be replayed whole or altered', async () => {
    const sent = await kit.admin('POST', '/cities/370100/send', {
      type: 'enrolmentCertificate',
      toAgency: '370200',
      person,
    });
    expect(sent.status).toBe(201);
    const letter = await eventually('the certificate', () => ofType('enrolmentCertificate')[0]);
    expect(letter).toMatchObject({
      letterNo: sent.body.letterNo,
      fromAgency: '370100',
      subject: kit.subject(person.idNumber),
    });
    expect(await kit.admin('POST', `/letters/${letter.letterNo}/replay`)).toEqual({
      status: 200,
      body: { status: 202 },
    });
    const altered = await kit.admin('POST', `/letters/${letter.letterNo}/replay`, { changed: true });
    expect(altered).toEqual({ status: 200, body: { status: 409 } });
    expect(await kit.admin('POST', '/cities/370600/send', {})).toMatchObject({
      status: 400,
      body: { code: 'AGENCY_UNKNOWN' },
    });
  });
});
