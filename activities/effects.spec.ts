import type { EffectActivities, EffectInput, LetterEnvelope } from '@due-process/contracts';
import { createLetterSigner, testKeys } from '@due-process/secrets';
import { createCoreRecord } from './core/core-record';
import { createRegisterTransferIn } from './core/register-transfer-in';
import { createSettleCard } from './core/settle-card';
import { createCorePlatform } from './core/wire';
import { createPayBenefit } from './fund/pay-benefit';
import { createSettleAccount } from './fund/settle-account';
import { createFund } from './fund/wire';
import { createDeliverLetter } from './letters/deliver-letter';
import { createSendReceipt } from './letters/send-receipt';
import { createExchange } from './letters/wire';
import { stubSystem, type StubSystem } from './testing/stub-system';

const signer = createLetterSigner(testKeys());
const person = { id: 'p1', name: '王𠮷·买买提', idNumber: '370602199001011238' };
const people = {
  applicantOf: async () => person,
  sealedValue: async (id: string) => (id === 'sv1' ? '6222020012345678' : ''),
  phoneOf: async () => undefined,
};

let stub: StubSystem;
let newPlace: string | undefined;
/** Those of an outside system; the others work on our own rows. */
let effects: Omit<
  EffectActivities,
  'restrictApplicant' | 'processRoster' | 'designateInstitution' | 'openCase' | 'drawUpSet' | 'changeSet' | 'paySet'
>;
beforeEach(async () => {
  stub = await stubSystem();
  newPlace = 'agency:320500';
  const exchange = createExchange(stub.base, signer);
  effects = {
    deliverLetter: createDeliverLetter(exchange, people),
    sendReceipt: createSendReceipt(exchange),
    settleAccount: createSettleAccount(createFund(stub.base), people, { newPlace: async () => newPlace }),
    registerTransferIn: createRegisterTransferIn(createCorePlatform(stub.base), people),
    coreRecord: createCoreRecord(createCorePlatform(stub.base), people),
    payBenefit: createPayBenefit(createFund(stub.base), people),
    settleCard: createSettleCard(createCorePlatform(stub.base), people),
  };
});
afterEach(() => stub.close());

const letter: LetterEnvelope = {
  letterNo: '370600-2026-000012',
  type: 'enrolmentCertificate',
  fromAgency: '370600',
  toAgency: '320500',
  subject: '0'.repeat(32),
  issuedOn: '2026-03-02',
  body: { insuranceKind: 'employee' },
};
const effect = (input: Record<string, unknown>): EffectInput => ({
  caseNo: '37060000120260302000017',
  agency: '370600',
  key: 'case:effect:1',
  input,
});
const sent = () => JSON.parse(stub.seen.at(-1)?.body ?? '{}') as Record<string, unknown>;

describe('a letter', () => {
  const accepted = { status: 202, body: { letterNo: letter.letterNo, acceptedAt: '2026-03-02T01:00:00.000Z' } };

  test('goes out with its person, signed by its agency over the bytes that are sent', async () => {
    stub.reply(accepted);
    const result = await effects.deliverLetter(effect({ letter }));
    expect(result).toEqual({ outcome: 'done', data: { acceptedAt: '2026-03-02T01:00:00.000Z' } });
    expect(sent()).toEqual({
      ...letter,
      body: { ...letter.body, person: { name: person.name, idNumber: person.idNumber } },
    });
    const { headers, body } = stub.seen[0] ?? { headers: {}, body: '' };
    expect(signer.check(headers, body, Date.now())).toEqual({ agency: '370600' });
  });

  test('sent again is the same text, whenever it is sent', async () => {
    stub.reply('cut', accepted);
    await expect(effects.deliverLetter(effect({ letter }))).rejects.toMatchObject({ type: 'OUTSIDE_UNREACHABLE' });
    await effects.deliverLetter(effect({ letter }));
    expect(stub.seen.map(({ body }) => body)).toEqual([stub.seen[0]?.body, stub.seen[0]?.body]);
  });

  test('that only refers to another letter names no person', async () => {
    stub.reply(accepted);
    await effects.deliverLetter(effect({ letter: { ...letter, type: 'reminder', body: { sentOn: '2026-03-01' } } }));
    expect(JSON.stringify(sent())).not.toContain(person.idNumber);
  });

  test('whose number already stands for another text is rejected with the reason', async () => {
    stub.reply({ status: 409, body: { code: 'LETTER_BODY_CHANGED', detail: '同一函号的内容与先前不同' } });
    await expect(effects.deliverLetter(effect({ letter }))).resolves.toEqual({
      outcome: 'rejected',
      data: { code: 'LETTER_BODY_CHANGED', reason: '同一函号的内容与先前不同', status: 409 },
    });
  });

  test.each([
    ['of another letter', { letterNo: '370600-2026-999999', acceptedAt: '2026-03-02T01:00:00.000Z' }],
    ['without the instant', { letterNo: letter.letterNo }],
    ['that is a list', []],
  ])('is not taken for delivered by an answer %s', async (_, body) => {
    stub.reply({ status: 202, body });
    await expect(effects.deliverLetter(effect({ letter }))).rejects.toMatchObject({ type: 'OUTSIDE_REPLY_UNREADABLE' });
  });

  test('that a story forgot to hand over stands still, visibly', async () => {
    await expect(effects.deliverLetter(effect({}))).rejects.toMatchObject({ type: 'EFFECT_INPUT_INVALID' });
    expect(stub.seen).toHaveLength(0);
  });
});

test('a receipt is given by the agency of the case', async () => {
  stub.reply({ status: 202, body: { letterNo: letter.letterNo, kind: 'processed' } });
  const receipt = { letterNo: letter.letterNo, kind: 'processed', at: '2026-03-05T02:00:00.000Z' };
  await expect(effects.sendReceipt(effect({ receipt }))).resolves.toEqual({ outcome: 'done', data: {} });
  expect(sent()).toEqual({ ...receipt, fromAgency: '370600' });
});

describe('a payment', () => {
  const input = { kind: 'accountTransfer', amountFen: 345_678 };
  const done = { status: 200, body: { paymentNo: 'JJ0000000001', status: 'done' } };

  test('carries its key where the fund can see it, and nothing that names the person', async () => {
    stub.reply(done);
    const result = await effects.settleAccount(effect(input));
    expect(result).toEqual({ outcome: 'done', data: { paymentNo: 'JJ0000000001' } });
    expect(sent()).toEqual({ ...input, payeeRef: 'agency:320500', key: 'case:effect:1', caseNo: effect({}).caseNo });
    expect(stub.seen[0]?.headers['idempotency-key']).toBe('case:effect:1');
  });

  test('of a withdrawal goes to the account that the applicant gave, else to the applicant', async () => {
    stub.reply(done);
    await effects.settleAccount(effect({ kind: 'accountWithdrawal', amountFen: 1, payeeRef: { sealed: 'sv1' } }));
    expect(sent().payeeRef).toBe('6222020012345678');
    await effects.settleAccount(effect({ kind: 'accountWithdrawal', amountFen: 1 }));
    expect(sent().payeeRef).toBe('person:p1');
  });

  test('without a receiving account comes back to the clerk before the fund is asked', async () => {
    newPlace = undefined;
    await expect(effects.settleAccount(effect(input))).resolves.toMatchObject({ outcome: 'rejected' });
    expect(stub.seen).toHaveLength(0);
  });

  test('that the fund rejects comes back with its reason', async () => {
    stub.reply({ status: 200, body: { paymentNo: 'JJ0000000002', status: 'rejected', reason: '收款账户户名不符' } });
    await expect(effects.settleAccount(effect(input))).resolves.toEqual({
      outcome: 'rejected',
      data: { paymentNo: 'JJ0000000002', reason: '收款账户户名不符' },
    });
  });

  test.each([{ paymentNo: 'JJ1', status: 'perhaps' }, { status: 'done' }])(
    'with the answer %j is not taken for made',
    async (body) => {
      stub.reply({ status: 200, body });
      await expect(effects.settleAccount(effect(input))).rejects.toMatchObject({ type: 'OUTSIDE_REPLY_UNREADABLE' });
    },
  );
});

describe('the entry of transferred periods', () => {
  const input = { fromRegion: '320500', months: 120, accountBalanceFen: 345_678 };

  test('is made for the applicant in the region of the case', async () => {
    stub.reply({ status: 200, body: { transferNo: 'HX37060000000001', status: 'done', paidMonths: 121 } });
    await expect(effects.registerTransferIn(effect(input))).resolves.toEqual({
      outcome: 'done',
      data: { transferNo: 'HX37060000000001', paidMonths: 121 },
    });
    expect(sent()).toEqual({
      ...input,
      key: 'case:effect:1',
      caseNo: effect({}).caseNo,
      idNumber: person.idNumber,
      toRegion: '370600',
    });
  });

  test('that the platform does not understand comes back with its code', async () => {
    stub.reply({ status: 400, body: { code: 'BAD_INPUT', title: '请求内容有误' } });
    await expect(effects.registerTransferIn(effect(input))).resolves.toEqual({
      outcome: 'rejected',
      data: { code: 'BAD_INPUT', reason: '请求内容有误', status: 400 },
    });
  });
});

describe('an entry in the core platform', () => {
  const input = { kind: 'outOfTownFiling', data: { place: '370200', telephone: { sealed: 'sv1', masked: '6222…' } } };

  test('opens what is sealed only where it leaves the house', async () => {
    stub.reply({ status: 201, body: { recordNo: 'HX37060000000001', status: 'done' } });
    const result = await effects.coreRecord(effect(input));
    expect(result).toEqual({ outcome: 'done', data: { recordNo: 'HX37060000000001' } });
    expect(sent()).toMatchObject({
      key: 'case:effect:1',
      region: '370600',
      kind: 'outOfTownFiling',
      idNumber: person.idNumber,
      data: { place: '370200', telephone: '6222020012345678' },
    });
    expect(JSON.stringify(result)).not.toContain('6222020012345678');
  });

  test('that the platform refuses comes back with its reason', async () => {
    stub.reply({ status: 422, body: { code: 'RECORD_REFUSED', detail: '登记信息与平台不符' } });
    await expect(effects.coreRecord(effect(input))).resolves.toMatchObject({
      outcome: 'rejected',
      data: { code: 'RECORD_REFUSED', reason: '登记信息与平台不符' },
    });
  });
});

describe('a benefit', () => {
  test('of nothing is not sent to the fund', async () => {
    await expect(effects.payBenefit(effect({ kind: 'reimbursement', amountFen: 0 }))).resolves.toMatchObject({
      outcome: 'done',
    });
    expect(stub.seen).toHaveLength(0);
  });

  test('goes to the applicant unless an account is named', async () => {
    stub.reply({ status: 201, body: { paymentNo: 'JJ0000000002', status: 'done' } });
    await effects.payBenefit(effect({ kind: 'reimbursement', amountFen: 12_345 }));
    expect(sent()).toMatchObject({ kind: 'reimbursement', amountFen: 12_345, payeeRef: 'person:p1' });
    await effects.payBenefit(effect({ kind: 'medicalAid', amountFen: 1, payeeRef: { sealed: 'sv1' } }));
    expect(sent().payeeRef).toBe('6222020012345678');
  });
});

describe('a visit settled at the hospital', () => {
  const costs = { visit: 'inpatient', hospital: 'inst-org', classAFen: 100_000, classBFen: 0, outsideFen: 0 };
  const shares = {
    insured: 'employee',
    classBFirst: 0,
    deductibleFen: 0,
    basic: 0.8,
    seriousFromFen: 0,
    serious: 0,
    supplementary: 0,
  };
  const parts = {
    totalFen: 100_000,
    withinRulesFen: 100_000,
    basicFen: 80_000,
    seriousFen: 0,
    supplementaryFen: 0,
    personalFen: 20_000,
  };

  test('comes back in its parts, for the applicant of the case', async () => {
    stub.reply({ status: 201, body: { settlementNo: 'JS1', ...parts, other: 'x' } });
    await expect(effects.settleCard(effect({ costs, shares }))).resolves.toEqual({
      outcome: 'done',
      data: { settlementNo: 'JS1', ...parts },
    });
    expect(sent()).toMatchObject({ idNumber: person.idNumber, region: '370600', costs, shares });
  });

  test('is asked for again when a part is lacking, and refused with the platform’s reason', async () => {
    stub.reply({ status: 201, body: { settlementNo: 'JS1', totalFen: 100_000 } });
    await expect(effects.settleCard(effect({ costs, shares }))).rejects.toMatchObject({
      type: 'OUTSIDE_REPLY_UNREADABLE',
    });
    stub.reply({ status: 422, body: { code: 'SETTLEMENT_REFUSED', detail: '参保状态不正常，不能联网结算' } });
    await expect(effects.settleCard(effect({ costs, shares }))).resolves.toMatchObject({
      outcome: 'rejected',
      data: { reason: '参保状态不正常，不能联网结算' },
    });
  });
});
