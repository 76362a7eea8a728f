import { freshDatabase, type FreshDatabase } from '@due-process/entities';
import { createDueSettlements } from './due-settlements.store';
import { createDesignateInstitution } from './designate-institution';

jest.setTimeout(60_000);

const code = '12370200MADEMD777X';
const people = {
  applicantOf: async () => ({ id: 'p', name: '青岛新医院', idNumber: code }),
  sealedValue: async () => '',
  phoneOf: async () => undefined,
};

describe('a signed agreement', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase();
    await db.pool.query(
      `insert into case_rules (hash, item_code, edition, rules, created_at) values ('h', 'QD-10.1', 'e', $1, '2026-01-01')`,
      [
        JSON.stringify({
          agency: '370200',
          story: 'institutionSettlement',
          params: { opensBy: 'online', opensFor: 'hospitals', reports: true },
        }),
      ],
    );
    await db.pool.query(
      `insert into organisation (id, kind, name, agency, subject) values ('new-org', 'institution', '青岛新医院', '370200', 'subject-of-hospital')`,
    );
    for (const caseNo of ['A', 'B'])
      await db.pool.query(
        `insert into case_file (case_no, agency, office_id, item_code, subject, received_on, open)
         values ($1, '370200', 'laoshan', 'QD-9.1', 'subject-of-hospital', '2026-04-01', true)`,
        [caseNo],
      );
  });
  afterAll(() => db.drop());
  const sign = (caseNo: string, from: string, to: string) =>
    createDesignateInstitution(
      db.pool,
      people,
    )({
      caseNo,
      agency: '370200',
      key: `${caseNo}:effect:designateInstitution`,
      input: { kind: 'hospital', signedOn: '2026-05-08', from, to },
    });
  const settledIn = async (period: string, lastDay: string) => {
    const page = await createDueSettlements(db.pool).page({
      firstDay: `${period}-01`,
      lastDay,
      after: '',
      limit: 10,
    });
    return page.map(({ itemCode, creditCode, name, officeId, organisation }) => ({
      itemCode,
      creditCode,
      name,
      officeId,
      organisation,
    }));
  };

  it('opens the settlement of every month of its term and of none before or after', async () => {
    await sign('A', '2026-06-01', '2027-05-31');
    await sign('A', '2026-06-01', '2027-05-31');
    const due = [
      { itemCode: 'QD-10.1', creditCode: code, name: '青岛新医院', officeId: 'laoshan', organisation: 'new-org' },
    ];
    expect(await settledIn('2026-05', '2026-05-31')).toEqual([]);
    expect(await settledIn('2026-06', '2026-06-30')).toEqual(due);
    expect(await settledIn('2027-05', '2027-05-31')).toEqual(due);
    expect(await settledIn('2027-06', '2027-06-30')).toEqual([]);
  });

  it('signed anew for the time after goes on without a gap and without a second settlement', async () => {
    await sign('B', '2027-05-16', '2028-05-15');
    expect(await settledIn('2027-05', '2027-05-31')).toHaveLength(1);
    expect(await settledIn('2027-06', '2027-06-30')).toHaveLength(1);
    expect(await settledIn('2026-12', '2026-12-31')).toHaveLength(1);
  });

  it('ended by hand stays ended when its effect is tried once more', async () => {
    await db.pool.query(`update designated_institution set ended_on = '2026-07-31' where case_no = 'A'`);
    await sign('A', '2026-06-01', '2027-05-31');
    expect(await settledIn('2026-08', '2026-08-31')).toEqual([]);
  });
});
