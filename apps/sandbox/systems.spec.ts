import { Kit, person } from './testing/kit';

describe('the systems behind keys', () => {
  let kit: Kit;
  beforeAll(async () => {
    kit = await new Kit().open();
  });
  afterAll(() => kit.close());
  afterEach(() => kit.admin('POST', '/reset'));

  const payment = {
    key: 'case-1:pay',
    kind: 'accountTransfer',
    amountFen: 345678,
    payeeRef: 'agency:370100',
    caseNo: '370600001202603020000011',
  };

  it('pays once for one key, also after a restart, and refuses another payment under it', async () => {
    const first = await kit.call('POST', '/fund/payments', payment);
    expect(first).toEqual({ status: 201, body: { paymentNo: 'JJ0000000001', status: 'done' } });
    await kit.stop();
    await kit.start();
    expect(await kit.call('POST', '/fund/payments', payment)).toEqual({ status: 200, body: first.body });
    const other = await kit.call('POST', '/fund/payments', { ...payment, amountFen: 1 });
    expect(other).toMatchObject({ status: 409, body: { code: 'KEY_REUSED' } });
    expect((await kit.call('GET', '/fund/payments/case-1%3Apay')).body).toMatchObject({ ...payment, ...first.body });
    expect((await kit.admin('GET', '/payments')).body.items).toHaveLength(1);
    expect((await kit.call('GET', '/fund/payments/unknown')).status).toBe(404);
  });

  it('has paid although the reply was lost', async () => {
    await kit.admin('PUT', '/faults/fund', { lostReply: 1 });
    await expect(kit.call('POST', '/fund/payments', payment)).rejects.toThrow('fetch failed');
    expect((await kit.call('GET', '/fund/payments/case-1%3Apay')).body).toMatchObject({ status: 'done' });
    expect((await kit.call('POST', '/fund/payments', payment)).status).toBe(200);
    expect((await kit.admin('GET', '/payments')).body.items).toHaveLength(1);
  });

  it('rejects a payment for good, and takes the next one', async () => {
    await kit.admin('PUT', '/faults/fund', { rejected: 1 });
    const rejected = await kit.call('POST', '/fund/payments', payment);
    expect(rejected.body).toMatchObject({ status: 'rejected', reason: expect.any(String) });
    expect((await kit.call('POST', '/fund/payments', payment)).body).toEqual(rejected.body);
    expect((await kit.call('POST', '/fund/payments', { ...payment, key: 'case-1:pay-2' })).body.status).toBe('done');
  });

  it('has no effect behind a 500, and is slow only while it is told to be', async () => {
    await kit.admin('PUT', '/faults', { fund: { status500: 'always' }, sms: { slowMs: 120 } });
    expect((await kit.call('POST', '/fund/payments', payment)).status).toBe(500);
    expect((await kit.call('POST', '/fund/payments', payment)).status).toBe(500);
    const started = Date.now();
    await kit.call('POST', '/sms/messages', { key: 's1', to: '13800000000', text: '您的办件已受理' });
    expect(Date.now() - started).toBeGreaterThanOrEqual(115);
    await kit.admin('DELETE', '/faults');
    expect((await kit.admin('GET', '/payments')).body.items).toEqual([]);
    expect((await kit.call('POST', '/fund/payments', payment)).status).toBe(201);
  });

  it('gives no answer at all when it is silent', async () => {
    await kit.admin('PUT', '/faults/core', { silent: true });
    const asked = kit.call('POST', '/core/enrolment/query', { idNumber: person.idNumber });
    const answered = await Promise.race([
      asked.then(() => 'answered'),
      new Promise((wake) => setTimeout(wake, 80, 'silence')),
    ]);
    expect(answered).toBe('silence');
    asked.catch(() => undefined);
  });

  it('keeps each message once and shows it to the operator', async () => {
    const message = { key: 's1', to: '13800000000', text: '您的办件已受理' };
    expect((await kit.call('POST', '/sms/messages', message)).status).toBe(201);
    expect((await kit.call('POST', '/sms/messages', message)).status).toBe(200);
    const { items } = (await kit.admin('GET', '/sms')).body;
    expect(items).toEqual([{ ...message, messageNo: 'DX0000000001', status: 'sent', at: expect.any(String) }]);
  });

  it('knows a leaver as suspended and a newcomer as enrolled, always with the same figures', async () => {
    const leaving = { idNumber: person.idNumber, region: '370600', purpose: 'transferOut' };
    const { body } = await kit.call('POST', '/core/enrolment/query', leaving);
    expect(body).toMatchObject({
      region: '370600',
      status: 'suspended',
      suspendedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      regions: { 370600: { status: 'suspended' }, 370200: { status: 'enrolled' } },
    });
    const again = await kit.call('POST', '/core/enrolment/query', leaving);
    expect({ ...again.body, queriedAt: '' }).toEqual({ ...body, queriedAt: '' });
    const entering = await kit.call('POST', '/core/enrolment/query', {
      ...leaving,
      region: '370200',
      purpose: 'transferIn',
    });
    expect(entering.body).toMatchObject({ region: '370200', status: 'enrolled', paidMonths: 1 });
  });

  it('says what the operator has set, for the same person in any spelling', async () => {
    await kit.admin('PUT', '/enrolments', {
      idNumber: '11010519491231002x',
      region: '370600',
      status: 'enrolled',
      paidMonths: 7,
    });
    const { body } = await kit.call('POST', '/core/enrolment/query', { idNumber: '110105491231002', region: '370600' });
    expect(body).toMatchObject({ status: 'enrolled', paidMonths: 7 });
  });

  it('joins the months of a transfer once', async () => {
    const transfer = {
      key: 'case-2:join',
      idNumber: person.idNumber,
      fromRegion: '370600',
      toRegion: '370200',
      months: 120,
      accountBalanceFen: 345678,
    };
    const first = await kit.call('POST', '/core/transfers', transfer);
    expect(first).toMatchObject({
      status: 201,
      body: { transferNo: 'HX37020000000001', status: 'done', paidMonths: 121 },
    });
    expect(await kit.call('POST', '/core/transfers', transfer)).toEqual({ status: 200, body: first.body });
    const now = await kit.call('POST', '/core/enrolment/query', {
      idNumber: person.idNumber,
      region: '370200',
      purpose: 'transferIn',
    });
    expect(now.body).toMatchObject({ paidMonths: 121, accountBalanceFen: 345678 });
  });

  it('refuses what it cannot read: too large, too deep, not JSON, unknown fields', async () => {
    const deep = `{"key":${'['.repeat(50)}${']'.repeat(50)}}`;
    expect((await kit.call('POST', '/fund/payments', deep)).body.code).toBe('JSON_TOO_DEEP');
    expect((await kit.call('POST', '/fund/payments', '{')).body.code).toBe('JSON_INVALID');
    expect((await kit.call('POST', '/fund/payments', ' '.repeat(300_000))).status).toBe(413);
    const wrong = await kit.call('POST', '/fund/payments', { ...payment, amountFen: 1.5, extra: 1 });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'BAD_INPUT' } });
    expect((await kit.call('GET', '/nowhere')).status).toBe(404);
  });
});
