import { startApi, type RunningApi, type Visitor } from '../test/start-api';

jest.setTimeout(120_000);

const id = '7b0f4c1e-2f37-4d0e-9a63-0a5f0c8f7a11';
const body = {
  itemCode: 'YT-2.2',
  content: { applicant: { name: '买买提·艾山', idNumber: '11010519491231002X' }, materials: {} },
};

describe('a draft', () => {
  let api: RunningApi;
  let clerk: Visitor;
  let colleague: Visitor;
  beforeAll(async () => {
    api = await startApi();
    [clerk, colleague] = [await api.signIn('yt-window'), await api.signIn('yt-window2')];
  });
  afterAll(() => api.close());

  it('is resumed by whoever began it and unknown to everybody else', async () => {
    expect((await clerk.ask('PUT', `/api/drafts/${id}`, body)).status).toBe(200);
    const back = await clerk.ask('GET', `/api/drafts/${id}`);
    expect(back.body).toMatchObject({ id, ...body });
    expect((await clerk.ask('GET', '/api/drafts')).body).toMatchObject({
      drafts: [{ id, itemName: '医疗保险关系转出' }],
    });
    expect((await colleague.ask('GET', `/api/drafts/${id}`)).status).toBe(404);
    expect((await colleague.ask('PUT', `/api/drafts/${id}`, body)).status).toBe(404);
    expect((await colleague.ask('GET', '/api/drafts')).body).toEqual({ drafts: [] });
    expect((await (await api.signIn('yt-review')).ask('GET', '/api/drafts')).status).toBe(403);
  });

  it('is one however often it is sent, and gone when removed', async () => {
    const changed = { ...body, content: { applicant: { name: '李四' } } };
    await clerk.ask('PUT', `/api/drafts/${id}`, changed);
    expect((await clerk.ask('GET', `/api/drafts/${id}`)).body).toMatchObject({ content: changed.content });
    expect((await api.database.pool.query('select count(*)::int as n from draft')).rows).toEqual([{ n: 1 }]);
    await colleague.ask('DELETE', `/api/drafts/${id}`);
    expect((await clerk.ask('GET', `/api/drafts/${id}`)).status).toBe(200);
    expect((await clerk.ask('DELETE', `/api/drafts/${id}`)).status).toBe(204);
    expect((await clerk.ask('GET', `/api/drafts/${id}`)).status).toBe(404);
  });

  it('holds nothing readable in the database', async () => {
    await clerk.ask('POST', '/api/drafts', body);
    const { rows } = await api.database.pool.query('select * from draft');
    expect(rows).toHaveLength(1);
    for (const secret of ['买买提', '11010519491231002X', 'applicant'])
      expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
