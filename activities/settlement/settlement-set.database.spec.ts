import { freshDatabase, type FreshDatabase } from '@due-process/entities';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { EffectResult } from '@due-process/contracts';
import type { Payment } from '../fund/wire';
import { createSettlementSet } from './settlement-set';

jest.setTimeout(60_000);

const caseNo = '37020000120260301000017';

describe('a city’s set of pharmacies', () => {
  let db: FreshDatabase;
  let asked: Payment[];
  let bank: (payment: Payment) => EffectResult | Promise<EffectResult>;
  beforeAll(async () => {
    db = await freshDatabase();
    for (const [code, merchant, name] of [
      ['P1', 'QDYD0001', '甲药店'],
      ['P2', 'QDYD0002', '乙药店'],
      ['P3', 'QDYD0003', '丙药店'],
    ])
      await db.pool.query(
        `insert into designated_institution (agency, credit_code, kind, name, merchant_no, designated_on)
         values ('370200', $1, 'pharmacy', $3, $2, '2020-01-01')`,
        [code, merchant, name],
      );
    const trades: [string, number][] = [
      ['QDYD0001', 10_000],
      ['QDYD0001', 5_000],
      ['QDYD0002', 7_000],
      ['QDYD0003', 900],
    ];
    for (const [nth, [merchant, fen]] of trades.entries()) await trade(`T${nth}`, merchant, fen);
  });
  afterAll(() => db.drop());
  beforeEach(() => {
    asked = [];
    bank = ({ key }) => ({ outcome: 'done', data: { paymentNo: `JJ-${key}` } });
  });

  const trade = (no: string, merchant: string, fen: number) =>
    db.pool.query(
      `insert into card_transaction (agency, transaction_no, merchant_no, merchant_name, traded_on, amount_fen)
       values ('370200', $1, $2, $2, '2026-02-10', $3)`,
      [no, merchant, fen],
    );
  const pay = async (payment: Payment): Promise<EffectResult> => {
    asked.push(payment);
    return bank(payment);
  };
  const run = (name: 'drawUpSet' | 'changeSet' | 'paySet', input: Record<string, unknown>) => {
    const set = createSettlementSet(db.pool, { pay }, { sealedValue: async (id) => `account of ${id}` });
    const effect = { caseNo, agency: '370200', key: `${caseNo}:${name}`, input };
    return new MockActivityEnvironment().run(set[name], effect) as Promise<EffectResult>;
  };
  const paidTo = () => asked.map(({ payeeRef, amountFen }) => [payeeRef, amountFen]).sort();

  it('is drawn up once: what is uploaded afterwards is in no set that stands', async () => {
    const totals = { merchants: 3, transactions: 4, claimedFen: 22_900, deductionFen: 0 };
    expect(await run('drawUpSet', { period: '2026-02' })).toEqual({ outcome: 'done', data: totals });
    await trade('late', 'QDYD0001', 99_999);
    expect((await run('drawUpSet', { period: '2026-02' })).data).toEqual(totals);
  });

  it('lets off what one pharmacy is not due, and says what does not fit it', async () => {
    const unknown = await run('changeSet', { merchantNo: 'QDYD0009', deductionFen: 1, reason: '串换药品' });
    expect(unknown).toMatchObject({ outcome: 'rejected', data: { reason: '商户号 QDYD0009 不在本批次' } });
    const tooMuch = await run('changeSet', { merchantNo: 'QDYD0003', deductionFen: 901, reason: '串换药品' });
    expect(tooMuch.data.reason).toContain('9.00 元');
    const whole = await run('changeSet', { merchantNo: 'QDYD0003', deductionFen: 900, reason: '串换药品' });
    expect(whole.data).toMatchObject({ deductionFen: 900 });
  });

  it('is paid pharmacy by pharmacy; what the bank sends back is named, the others are paid all the same', async () => {
    bank = ({ payeeRef }) =>
      payeeRef === 'organisation:P1'
        ? { outcome: 'rejected', data: { paymentNo: 'JJ-back', reason: '收款账户户名不符' } }
        : { outcome: 'done', data: { paymentNo: 'JJ-1' } };
    const first = await run('paySet', { attempt: 1 });
    expect(paidTo()).toEqual([
      ['organisation:P1', 15_000],
      ['organisation:P2', 7_000],
    ]);
    expect(first).toMatchObject({
      outcome: 'rejected',
      data: { reason: '已拨付 1 家；退回 1 家：甲药店（收款账户户名不符）', paidFen: 7_000 },
    });
    // The same attempt once more, as after a worker's death: nobody is paid or asked for twice.
    asked = [];
    expect((await run('paySet', { attempt: 1 })).outcome).toBe('rejected');
    expect(asked).toEqual([]);
  });

  it('asks again for an order whose answer was lost under the same key, and for one sent back under a new one', async () => {
    bank = () => Promise.reject(new Error('no reply in time'));
    await expect(run('paySet', { attempt: 2 })).rejects.toThrow('no reply');
    const [lost] = asked;
    const blocked = await run('changeSet', { merchantNo: 'QDYD0001', payeeRef: { sealed: 'S1', masked: '****' } });
    expect(blocked.outcome).toBe('rejected');
    bank = () => ({ outcome: 'rejected', data: { reason: '账户已注销' } });
    await run('paySet', { attempt: 3 });
    expect(asked.map(({ key }) => key)).toEqual([lost?.key, lost?.key]);
    await run('changeSet', { merchantNo: 'QDYD0001', payeeRef: { sealed: 'S1', masked: '****0001' } });
    bank = () => ({ outcome: 'done', data: { paymentNo: 'JJ-2' } });
    expect(await run('paySet', { attempt: 4 })).toMatchObject({ outcome: 'done', data: { paid: 2, paidFen: 22_000 } });
    expect(asked.at(-1)).toMatchObject({ payeeRef: 'account of S1', amountFen: 15_000 });
    expect(asked.at(-1)?.key).not.toBe(lost?.key);
    asked = [];
    await run('paySet', { attempt: 5 });
    expect(asked).toEqual([]);
  });
});
