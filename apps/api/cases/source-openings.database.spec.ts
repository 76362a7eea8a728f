import { platformAgency } from '@due-process/contracts';
import { createLetterSigner, createSubject, testKeys } from '@due-process/secrets';
import { startApi, type RunningApi } from '../test/start-api';

jest.setTimeout(120_000);

const opening = {
  source: { kind: 'pushedList', reference: '2026-03' },
  itemCode: 'YT-2.2',
  channel: 'window',
  applicant: { name: '买买提·艾山', idNumber: '11010519491231002X' },
  form: { otherPlace: '370200', accountTreatment: 'transfer' },
  materials: ['applicantIdentity'],
};

/** With Postgres and without the engine: what a source promises is kept, and is one whoever sends it and how often. */
describe('a case that opens by itself', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ TEMPORAL_ADDRESS: '127.0.0.1:1', SANDBOX_URL: 'http://127.0.0.1:1' });
  });
  afterAll(() => api.close());
  const push = (given: object, signer = '370600') => {
    const raw = JSON.stringify(given);
    const signed = createLetterSigner(testKeys()).sign(signer, raw, Date.now());
    return api
      .visitor()
      .ask<{ code: string; errors: { field: string }[] }>('POST', '/api/exchange/openings', given, signed);
  };
  const rows = async <Row>(sql: string): Promise<Row[]> => (await api.database.pool.query(sql)).rows as Row[];

  it('is promised once for its source, also when the list comes five times at once and again with other words', async () => {
    const first = await Promise.all(Array.from({ length: 5 }, () => push(opening)));
    expect(first.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503]);
    await push({ ...opening, applicant: { ...opening.applicant, phone: '13800000000' } });
    const [promised, ...more] = await rows<{ case_no: string; account_id: string; start: { command: unknown } }>(
      'select case_no, account_id, start from opening',
    );
    expect(more).toEqual([]);
    expect(promised?.start.command).toMatchObject({
      actor: { id: 'system', roles: ['system'] },
      officeId: 'yantai-shizhi',
    });
    expect(await rows('select item_code, kind, reference, agency, case_no from case_source')).toEqual([
      { item_code: 'YT-2.2', kind: 'pushedList', reference: '2026-03', agency: '370600', case_no: promised?.case_no },
    ]);
  });

  it('is another one for the next period, or for another person', async () => {
    await push({ ...opening, source: { ...opening.source, reference: '2026-04' } });
    await push({ ...opening, applicant: { name: '王五', idNumber: '110101199003070011' } }, platformAgency);
    expect(await rows('select 1 from case_source')).toHaveLength(3);
  });

  it('stands back behind the person’s own application where the item says so', async () => {
    const clerk = await api.signIn('yt-window');
    const { source: _, ...application } = opening;
    const applicant = { name: '李四', idNumber: '370602198001010012', phone: '13800000000' };
    const body = { ...application, officeId: 'zhifu', applicant };
    await clerk.ask('POST', '/api/cases', body, { 'idempotency-key': 'own-application-1' });
    const pushed = await push({ ...opening, applicant, duplicates: 'perApplicant' });
    expect([pushed.status, pushed.body.code]).toEqual([409, 'CASE_DUPLICATE']);
  });

  it('meets what every application meets before its number: period, ban and directory, with the reason and nothing left behind', async () => {
    const counted = async () =>
      (
        await rows<{ count: string }>(
          `select (select count(*) from opening) || '/' || (select count(*) from case_source) || '/' || (select count(*) from person)
           || '/' || (select count(*) from admission) || '/' || (select count(*) from sealed_value) as count`,
        )
      )[0]?.count;
    await api.database.pool.query(
      `insert into acceptance_window (id, region, kind, item_codes, name, opens_on, closes_on, data)
       values ('period', '370600', 'enrolmentPeriod', '{YT-1.4}', '集中缴费期', '2025-09-01', '2025-12-31', '{}')`,
    );
    const before = await counted();
    const asked = async (given: object, signer: string) => {
      const { status, body } = await push({ source: { kind: 'pushedList', reference: 'line-1' }, ...given }, signer);
      return { status, ...(body as { code: string; detail?: string }) };
    };
    const outside = await asked(
      {
        itemCode: 'YT-1.4',
        channel: 'community',
        applicant: { kind: 'resident', name: '王五', idNumber: '370602198001010012' },
        form: { registeredPlace: '芝罘区幸福街道 1 号', residentGroup: 'urbanUnemployed', insuredYear: 2026 },
        receivedAt: '2025-05-10',
      },
      '370600',
    );
    expect(outside).toMatchObject({ status: 409, code: 'ADMISSION_OUTSIDE_PERIOD' });
    expect(outside.detail).toContain('2025-09-01 至 2025-12-31');

    const creditCode = '12370200MADEMD001F';
    await api.database.pool.query(
      `insert into restriction (id, region, subject, item_codes, starts_on, quantity, unit, until, reason, case_no)
       values ('ban', '370200', $1, '{QD-9.1}', current_date - 10, 1, 'year', current_date + 355, '再次评估仍不合格', 'X')`,
      [createSubject(testKeys())(creditCode)],
    );
    const barred = await asked(
      {
        itemCode: 'QD-9.1',
        channel: 'window',
        applicant: { name: '青岛演示医院', idType: 'creditCode', idNumber: creditCode },
        form: { district: 'shinanDistrict', institutionKind: 'clinic' },
      },
      '370200',
    );
    expect(barred).toMatchObject({ status: 409, code: 'ADMISSION_BANNED' });

    const unlisted = await asked(
      {
        itemCode: 'YT-7',
        channel: 'hospital',
        applicant: { kind: 'employee', name: '王五', idNumber: '370602198001010012' },
        form: { disease: 'diabetes', hospital: '某某诊所', recordHospital: '某某诊所', recordIssuedOn: '2026-01-15' },
      },
      '370600',
    );
    expect(unlisted).toMatchObject({ status: 422, code: 'ADMISSION_NOT_LISTED' });
    expect(unlisted.detail).toContain('某某诊所');
    expect(await counted()).toBe(before);
  });

  it('is believed by the signature of its own agency or the platform, and refused with every fault named', async () => {
    expect((await push(opening, '370200')).body.code).toBe('LETTER_SIGNATURE_INVALID');
    expect((await api.visitor().ask('POST', '/api/exchange/openings', opening)).status).toBe(401);
    expect((await push({ ...opening, itemCode: 'YT-99' })).body.code).toBe('ITEM_UNKNOWN');
    const bad = await push({
      ...opening,
      channel: 'pigeon',
      applicant: { name: '王五' },
      source: { kind: 'pushedList', reference: 'x' },
    });
    expect(bad.body.errors.map(({ field }) => field).sort()).toEqual(['applicant.idNumber', 'channel']);
  });
});
