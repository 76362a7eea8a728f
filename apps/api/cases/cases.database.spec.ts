import { startApi, type RunningApi, type Visitor } from '../test/start-api';

jest.setTimeout(120_000);

const person = { name: '买买提·艾山', idNumber: '11010519491231002X', phone: '13800000000' };
const body = {
  itemCode: 'YT-2.2',
  officeId: 'zhifu',
  channel: 'window',
  applicant: person,
  form: { otherPlace: '370200', accountTreatment: 'withdraw', bankAccount: '6222000011112222333' },
  materials: ['applicantIdentity'],
};

interface Problem {
  code: string;
  errors: { field: string; code: string }[];
}

/** With Postgres and without the engine: what is asked and kept before a case exists, and that nothing is lost meanwhile. */
describe('registration while the engine is away', () => {
  let api: RunningApi;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await startApi({ TEMPORAL_ADDRESS: '127.0.0.1:1', SANDBOX_URL: 'http://127.0.0.1:1' });
    clerk = await api.signIn('yt-window');
  });
  afterAll(() => api.close());
  const open = (given: unknown, key?: string, as = clerk) =>
    as.ask<Problem>('POST', '/api/cases', given, key ? { 'idempotency-key': key } : {});
  const rows = async <Row>(sql: string): Promise<Row[]> => (await api.database.pool.query(sql)).rows as Row[];

  it('promises number and code once, answers 503, and keeps its promise under the same key', async () => {
    const first = await open(body, 'the-same-key-1');
    expect(first.status).toBe(503);
    expect(first.headers.get('retry-after')).not.toBeNull();
    const [promised] = await rows<{ case_no: string }>('select case_no from opening');
    await open(body, 'the-same-key-1');
    expect(await rows('select case_no from opening')).toEqual([promised]);
    expect((await open({ ...body, channel: 'online' }, 'the-same-key-1')).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await open(body, 'another-key-1')).body.code).toBe('CASE_DUPLICATE');
  });

  it('keeps nothing personal in the clear', async () => {
    const kept = JSON.stringify([
      await rows('select start, query_code_hash, query_code_sealed from opening'),
      await rows('select * from person'),
      await rows('select * from sealed_value'),
    ]);
    for (const secret of [person.name, person.idNumber, person.phone, '6222000011112222333'])
      expect(kept).not.toContain(secret);
    expect(await rows<{ masked: string }>('select masked from sealed_value')).toEqual([
      { masked: '6222***********2333' },
    ]);
  });

  it('names every bad field at once and mints nothing', async () => {
    const bad = {
      ...body,
      officeId: 'nowhere',
      applicant: { ...person, idNumber: '110105491231002' },
      form: {},
      materials: ['x'],
      extra: 1,
    };
    const { status, body: problem } = await open(bad, 'bad-fields-1');
    expect(status).toBe(400);
    expect(problem.errors.map(({ field }) => field).sort()).toEqual(
      ['applicant.idNumber', 'extra', 'form.otherPlace', 'materials.0', 'officeId'].sort(),
    );
    expect(await rows('select 1 from opening')).toHaveLength(1);
    expect((await open({}, 'bad-fields-2')).body.errors.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['itemCode', 'officeId', 'channel', 'applicant']),
    );
  });

  it('is refused without a key, for an unknown item, and to another agency', async () => {
    expect((await open(body)).body.code).toBe('IDEMPOTENCY_KEY_MISSING');
    expect((await open({ ...body, itemCode: 'YT-99' }, 'unknown-item-1')).body.code).toBe('ITEM_UNKNOWN');
    const elsewhere = await api.signIn('qd-window');
    expect((await open(body, 'elsewhere-1', elsewhere)).body.code).toBe('ACCESS_DENIED');
    expect((await open(body, 'administrator-1', await api.signIn('sys-admin'))).body.code).toBe('ACCESS_DENIED');
  });

  it('answers everything that only reads', async () => {
    for (const path of [
      '/api/worklist',
      '/api/worklist/counts',
      '/api/inbox',
      '/api/inbox/counts',
      '/api/exchange/unmatched',
    ])
      expect([path, (await clerk.ask('GET', path)).status]).toEqual([path, 200]);
    const supervisor = await api.signIn('yt-supervise');
    for (const path of ['/api/supervision/board', '/api/supervision/stuck', '/api/supervision/orders'])
      expect([path, (await supervisor.ask('GET', path)).status]).toEqual([path, 200]);
    expect((await clerk.ask<Problem>('GET', '/api/cases/37060000120260302000071')).body.code).toBe('NOT_FOUND');
    const asked = '/public/progress?caseNo=37060000120260302000071&queryCode=ABCD2345';
    expect((await api.visitor().ask<Problem>('GET', asked)).body.code).toBe('PROGRESS_UNKNOWN');
  });
});
