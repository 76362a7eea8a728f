import { pagesOf, renderSheet, roundList } from '@due-process/documents';
import { startApi, type RunningApi } from '../test/start-api';

jest.setTimeout(120_000);

describe('the list of a round', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ TEMPORAL_ADDRESS: '127.0.0.1:1', SANDBOX_URL: 'http://127.0.0.1:1' });
    const { pool } = api.database;
    for (const [id, kind] of [
      ['round', 'designationRound'],
      ['other', 'designationRound'],
      ['period', 'enrolmentPeriod'],
    ])
      await pool.query(
        `insert into acceptance_window (id, region, kind, item_codes, name, opens_on, closes_on, data)
         values ($1, '370600', $2, '{YT-10.1,YT-10.2}', $1, '2026-03-01', '2026-03-31', '{"listOn": "2026-07-01"}')`,
        [id, kind],
      );
    for (const [caseNo, window, kind, name] of [
      ['A', 'round', 'hospital', '芝罘甲医院'],
      ['B', 'round', 'pharmacy', '莱山乙药店'],
      ['C', 'other', 'hospital', '别批丙医院'],
      ['D', 'round', '', ''],
    ]) {
      await pool.query(
        `insert into admission (case_no, region, kind, window_id, item_code, received_on)
         values ($1, '370600', 'designationRound', $2, 'YT-10.1', '2026-03-10')`,
        [caseNo, window],
      );
      if (kind)
        await pool.query(
          `insert into designated_institution (agency, credit_code, kind, name, designated_on, ended_on, agreed_until, case_no)
           values ('370600', $1, $2, $3, '2026-06-01', '2026-09-30', '2027-05-31', $1)`,
          [caseNo, kind, name],
        );
    }
  });
  afterAll(() => api.close());

  it('names everybody whom that round has designated, and is there for rounds of the own agency alone', async () => {
    const path = '/api/acceptance-windows/round/list.pdf';
    const [own, foreign] = [await api.signIn('yt-head'), await api.signIn('qd-head')];
    expect((await own.ask('GET', path)).status).toBe(200);
    expect((await own.ask('GET', '/api/acceptance-windows/period/list.pdf')).status).toBe(409);
    expect((await foreign.ask('GET', path)).status).toBe(404);
  });

  it('prints each with its kind, code and term', async () => {
    const institutions = [
      { kind: '医疗机构', name: '芝罘甲医院', creditCode: 'A', from: '2026-06-01', to: '2027-05-31' },
      { kind: '零售药店', name: '莱山乙药店', creditCode: 'B', from: '2026-06-01', to: '2027-05-31' },
    ];
    const facts = {
      agency: '烟台市医疗保险事业中心',
      round: '2026年第一批',
      from: '2026-03-01',
      to: '2026-03-31',
      listedOn: '2026-07-01',
    };
    const text = pagesOf(await renderSheet(roundList({ ...facts, institutions }))).join('');
    for (const words of [
      '定点医药机构名单',
      '2026年第一批',
      '1医疗机构芝罘甲医院A2026-06-01至2027-05-31',
      '2零售药店莱山乙药店',
    ])
      expect(text).toContain(words);
    const none = pagesOf(await renderSheet(roundList({ ...facts, institutions: [] }))).join('');
    expect(none).toContain('尚无签订协议的机构');
  });
});
