import { startApi, type RunningApi } from '../test/start-api';

const open = { username: 'yt-window' };

describe('one-click sign-in', () => {
  let api: RunningApi;
  afterEach(() => api.close());

  it('exists in a demonstration, for its people only', async () => {
    api = await startApi({ DEMO: '1' });
    const visitor = api.visitor();
    const { body } = await visitor.ask<{ accounts: unknown[] }>('GET', '/api/session/demo');
    expect(body.accounts).toContainEqual({ username: 'yt-window', displayName: '烟台市窗口经办甲', group: '烟台市' });
    expect((await visitor.ask('POST', '/api/session/demo', open)).body).toMatchObject({ account: { id: 'yt-window' } });
    expect((await visitor.ask('GET', '/api/session')).status).toBe(200);
    expect((await visitor.ask('POST', '/api/session/demo', { username: 'root' })).status).toBe(404);
  }, 60_000);

  it('does not exist elsewhere, whatever accounts the database holds', async () => {
    api = await startApi({ DEMO: '' });
    const visitor = api.visitor();
    expect((await visitor.ask('GET', '/api/session/demo')).body).toEqual({ accounts: [] });
    const { status, headers } = await visitor.ask('POST', '/api/session/demo', open);
    expect([status, headers.get('set-cookie')]).toEqual([404, null]);
  }, 60_000);
});
