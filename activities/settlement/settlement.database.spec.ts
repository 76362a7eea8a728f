import type { SettlementActivities, SourceOpening } from '@due-process/contracts';
import { MockActivityEnvironment } from '@temporalio/testing';
import { freshDatabase, type FreshDatabase } from '@due-process/entities';
import type { CaseOpener } from '../openings/open-from-source';
import { createDueSettlements } from './due-settlements.store';
import { createOpenSettlements } from './open-settlements';

jest.setTimeout(60_000);

type Page = Awaited<ReturnType<SettlementActivities['openSettlements']>>;

const rulesOf = (agency: string, params: object) =>
  JSON.stringify({ agency, story: 'institutionSettlement', params: { opensBy: 'online', reports: false, ...params } });

describe('the settlements that a month asks for', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
    const { pool } = db;
    const rules: [string, string, string, string][] = [
      ['h0', 'QD-10.1', rulesOf('370200', { opensFor: 'pharmacies' }), '2025-01-01'],
      [
        'h1',
        'QD-10.1',
        rulesOf('370200', { opensFor: 'hospitals', opensAs: 'monthlyReport', reports: true }),
        '2026-01-01',
      ],
      ['h2', 'QD-10.2', rulesOf('370200', { opensFor: 'cityPharmacies' }), '2026-01-01'],
      ['h3', 'YT-11.2', rulesOf('370600', { opensFor: 'pharmacies' }), '2026-01-01'],
      ['h4', 'YT-2.2', JSON.stringify({ agency: '370600', story: 'transferOut', params: {} }), '2026-01-01'],
    ];
    for (const row of rules)
      await pool.query(
        `insert into case_rules (hash, item_code, edition, rules, created_at) values ($1, $2, 'e', $3, $4)`,
        row,
      );
    const institution = (
      agency: string,
      code: string,
      kind: string,
      merchant: string | null,
      on: string,
      end?: string,
    ) =>
      pool.query(
        `insert into designated_institution (agency, credit_code, kind, name, merchant_no, designated_on, ended_on)
         values ($1, $2, $3, $2, $4, $5, $6)`,
        [agency, code, kind, merchant, on, end ?? null],
      );
    await institution('370200', 'H1', 'hospital', null, '2020-01-01');
    await institution('370200', 'H2', 'hospital', null, '2020-01-01', '2026-02-03');
    await institution('370200', 'H3', 'hospital', null, '2020-01-01', '2026-01-31');
    await institution('370200', 'H4', 'hospital', null, '2026-03-01');
    await institution('370200', 'SET', 'pharmacySet', null, '2020-01-01');
    await institution('370600', 'P1', 'pharmacy', 'M1', '2020-01-01');
    await institution('370600', 'P2', 'pharmacy', 'M2', '2020-01-01');
    // Renewed within the month: one settlement, and both agreements' days count. Ended on the 9th: the trade of the 10th counts no more.
    await institution('370200', 'N1', 'pharmacy', 'N1', '2025-02-10', '2026-02-09');
    await institution('370200', 'N1', 'pharmacy', 'N1', '2026-02-10', '2027-02-09');
    await institution('370200', 'N2', 'pharmacy', 'N2', '2020-01-01');
    await institution('370200', 'N3', 'pharmacy', 'N3', '2020-01-01', '2026-02-09');
    await institution('370600', 'P1', 'pharmacy', 'M1', '2026-02-15', '2027-02-14');
    const traded = (agency: string, no: string, merchant: string, on: string, fen: number) =>
      pool.query(
        `insert into card_transaction (agency, transaction_no, merchant_no, merchant_name, traded_on, amount_fen)
         values ($1, $2, $3, $3, $4, $5)`,
        [agency, no, merchant, on, fen],
      );
    await traded('370600', 'T1', 'M1', '2026-02-28', 100);
    await traded('370600', 'T2', 'M1', '2026-02-01', 20);
    await traded('370600', 'T3', 'M1', '2026-03-01', 3);
    await traded('370600', 'T4', 'M9', '2026-02-10', 7);
    await traded('370200', 'T5', 'N1', '2026-02-10', 1000);
    await traded('370200', 'T6', 'N2', '2026-02-10', 500);
    await traded('370200', 'T7', 'N3', '2026-02-10', 40_000);
    await traded('370200', 'T8', 'N9', '2026-02-10', 50_000);
  });
  afterAll(() => db.drop());

  async function run(opener: CaseOpener, limit = 2) {
    const open = createOpenSettlements(createDueSettlements(db.pool), opener);
    const pages: Page[] = [];
    for (let after: string | undefined; ;) {
      const page = (await new MockActivityEnvironment().run(open, {
        period: '2026-02',
        limit,
        ...(after === undefined ? {} : { after }),
      })) as Page;
      pages.push(page);
      if (page.done) return pages;
      after = page.last;
    }
  }

  it('are one for every institution with an agreement in that month, by the newest rules, page by page', async () => {
    const asked: [string, SourceOpening][] = [];
    const pages = await run({
      open: async (agency, opening) => {
        asked.push([agency, opening]);
        return { opened: { caseNo: 'c', version: 1, seq: 1, repeated: false, changed: false } };
      },
    });
    expect(pages.map(({ opened }) => opened)).toEqual([2, 2, 1]);
    const told = asked.map(
      ([agency, { itemCode, applicant }]) => `${agency} ${itemCode} ${String(applicant.idNumber)}`,
    );
    expect(told.sort()).toEqual([
      '370200 QD-10.1 H1',
      '370200 QD-10.1 H2',
      '370200 QD-10.2 SET',
      '370600 YT-11.2 P1',
      '370600 YT-11.2 P2',
    ]);
  });

  it('carry the month’s card data: a pharmacy’s own, or those of the whole city; hospitals report for themselves', async () => {
    const asked = new Map<string, SourceOpening>();
    await run({
      open: async (_agency, opening) => {
        asked.set(String(opening.applicant.idNumber), opening);
        return { opened: { caseNo: 'c', version: 1, seq: 1, repeated: true, changed: false } };
      },
    });
    expect(asked.get('P1')).toMatchObject({
      acceptNow: true,
      form: { period: '2026-02-01', claimedCard: 120, transactionCount: 2 },
    });
    expect(asked.get('P2')).toMatchObject({ form: { claimedCard: 0, transactionCount: 0 } });
    expect(asked.get('SET')).toMatchObject({ form: { claimedCard: 1500, transactionCount: 2, merchantCount: 2 } });
    expect(asked.get('H1')).toMatchObject({
      source: { kind: 'schedule', reference: '2026-02' },
      variant: 'monthlyReport',
      acceptNow: false,
      form: { period: '2026-02-01' },
    });
    expect(asked.get('H1')?.form).not.toHaveProperty('claimedCard');
  });

  it('go on past one that is refused, and stop where the API is away', async () => {
    const refused = { refused: { code: 'INPUT_INVALID', reason: '填写有误' } };
    expect((await run({ open: async () => refused }, 100))[0]).toMatchObject({ opened: 0, refused: 5, done: true });
    await expect(run({ open: () => Promise.reject(new Error('away')) }, 100)).rejects.toThrow('away');
  });
});
