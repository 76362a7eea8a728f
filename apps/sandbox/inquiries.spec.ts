import { Kit, person } from './testing/kit';

describe('what the registers of the core platform answer', () => {
  let kit: Kit;
  const about = { idNumber: person.idNumber, region: '370600' };
  const entry = { key: 'k-1', caseNo: '37060000120260302000001', ...about };
  beforeAll(async () => {
    kit = await new Kit().open();
  });
  afterAll(() => kit.close());
  afterEach(() => kit.admin('POST', '/reset'));

  const ask = async (register: string, more: Record<string, unknown> = {}) =>
    (await kit.call('POST', `/core/${register}/query`, { ...about, ...more })).body;

  it('a contribution record whose years add up to its months, always the same', async () => {
    const record = await ask('insurance-record');
    const years = record.periods as { months: number; baseFen: number; personalFen: number }[];
    expect(years.reduce((sum, { months }) => sum + months, 0)).toBe(record.paidMonths);
    for (const { months, baseFen, personalFen } of years) expect(personalFen).toBe(Math.round(baseFen * 0.02) * months);
    expect(await ask('insurance-record')).toMatchObject({ periods: years, baseFen: record.baseFen });
  });

  it('no contribution record of a resident, and none of somebody who is not enrolled', async () => {
    await kit.admin('PUT', '/enrolments', { ...about, status: 'enrolled', kind: 'resident' });
    expect((await ask('insurance-record', { purpose: 'employee' })).status).toBe('none');
    expect((await ask('personal-account')).status).toBe('none');
    await kit.admin('PUT', '/enrolments', { ...about, status: 'none' });
    expect((await ask('insurance-record')).status).toBe('none');
  });

  it('an account that is closed once it was paid out, and pays to the bank account registered last', async () => {
    const before = await ask('personal-account');
    expect(before).toMatchObject({ status: 'open', payoutAccount: '社保卡金融账户' });
    await kit.call('POST', '/core/records', {
      ...entry,
      kind: 'payoutAccount',
      data: { bankAccount: '6222020200112233445' },
    });
    expect((await ask('personal-account')).payoutAccount).toBe('变更后的本人银行账户（尾号 3445）');
    await kit.call('POST', '/core/records', { ...entry, key: 'k-2', kind: 'accountClosure', data: {} });
    expect(await ask('personal-account')).toMatchObject({ status: 'closed', accountBalanceFen: 0 });
    expect((await ask('personal-account', { region: '370200' })).status).toBe('open');
  });

  it('an employer’s last twelve months, or that it is not registered', async () => {
    const record = await ask('employer-record');
    expect(record).toMatchObject({ status: 'registered', months: expect.any(Array) });
    expect(record.months).toHaveLength(12);
    await kit.admin('PUT', '/employers', { creditCode: about.idNumber });
    expect((await ask('employer-record')).status).toBe('none');
  });

  it('a death that was registered', async () => {
    expect((await ask('death-record')).status).toBe('notFound');
    await kit.admin('PUT', '/deaths', { idNumber: about.idNumber, diedOn: '2026-02-01' });
    expect(await ask('death-record')).toMatchObject({ status: 'registered', diedOn: '2026-02-01' });
  });

  it('the newest filing for treatment elsewhere, and whether it is still valid', async () => {
    expect((await ask('out-of-town-filing')).status).toBe('none');
    const data = { filingKind: 'residence', place: '310000', placeName: '上海市', validFrom: '2026-01-01' };
    await kit.call('POST', '/core/records', { ...entry, kind: 'outOfTownFiling', data });
    expect(await ask('out-of-town-filing')).toMatchObject({ status: 'valid', placeName: '上海市' });
    const past = { ...data, validUntil: '2020-01-01' };
    await kit.call('POST', '/core/records', { ...entry, key: 'k-2', kind: 'outOfTownFiling', data: past });
    expect((await ask('out-of-town-filing')).status).toBe('expired');
  });
});
