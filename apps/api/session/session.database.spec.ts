import { demoPassword, startApi, type RunningApi } from '../test/start-api';

describe('signing in', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  const signIn = (username: string, password: string) =>
    api.visitor().ask('POST', '/api/session', { username, password });

  it('gives a cookie that scripts cannot read and says who one is', async () => {
    const { status, headers, body } = await signIn('yt-window', demoPassword);
    expect(status).toBe(200);
    expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect(body).toMatchObject({
      account: { id: 'yt-window', username: 'yt-window', roles: ['window'], agency: '370600' },
    });
    expect((body['account'] as { units: string[] }).units).toContain('yantai-shizhi');
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const wrong = await signIn('yt-window', 'not it');
    const unknown = await signIn('nobody-of-that-name', 'not it');
    expect(wrong.status).toBe(401);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('takes as long for an unknown name as for a known one', async () => {
    const timed = async (name: string): Promise<number> => {
      const start = performance.now();
      await signIn(name, 'not it');
      return performance.now() - start;
    };
    await timed('yt-review');
    expect(await timed('nobody-at-all')).toBeGreaterThan((await timed('yt-review')) / 4);
  });

  it('ends with signing out, on the server too', async () => {
    const clerk = await api.signIn('yt-window');
    const { rows } = await api.database.pool.query('SELECT count(*)::int AS n FROM session');
    expect((await clerk.ask('GET', '/api/session')).status).toBe(200);
    expect((await clerk.ask('DELETE', '/api/session')).status).toBe(204);
    expect((await clerk.ask('GET', '/api/session')).status).toBe(401);
    const after = await api.database.pool.query('SELECT count(*)::int AS n FROM session');
    expect(after.rows[0].n).toBe(rows[0].n - 1);
  });

  it('ends when left idle, when its time is over and when the account is closed', async () => {
    for (const change of [
      `UPDATE session SET last_seen_at = now() - interval '61 minutes'`,
      `UPDATE session SET expires_at = now() - interval '1 second'`,
    ]) {
      const clerk = await api.signIn('yt-window');
      await api.database.pool.query(change);
      expect((await clerk.ask('GET', '/api/session')).body).toMatchObject({ code: 'SESSION_REQUIRED' });
    }
    const clerk = await api.signIn('yt-window2');
    await api.database.pool.query(`UPDATE account SET active = false WHERE id = 'yt-window2'`);
    expect((await clerk.ask('GET', '/api/session')).status).toBe(401);
    expect((await signIn('yt-window2', demoPassword)).status).toBe(401);
  });

  it('is nobody’s before, and a page may ask without being refused', async () => {
    const visitor = api.visitor();
    expect(await visitor.ask('GET', '/api/session/who')).toMatchObject({ status: 200, body: { account: null } });
    await visitor.ask('POST', '/api/session', { username: 'yt-review', password: demoPassword });
    expect((await visitor.ask('GET', '/api/session/who')).body).toMatchObject({ account: { id: 'yt-review' } });
  });

  it('keeps no token in the database', async () => {
    const { headers } = await signIn('yt-head', demoPassword);
    const token = /=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1];
    const { rows } = await api.database.pool.query('SELECT token_hash FROM session');
    expect(token).toHaveLength(43);
    expect(rows.map((row: { token_hash: string }) => row.token_hash)).not.toContain(token);
  });

  it('is refused for a while after ten failures, with the seconds to wait, and only for that name', async () => {
    for (let i = 0; i < 10; i++) expect((await signIn('qd-finance', 'guess')).status).toBe(401);
    const refused = await signIn('qd-finance', demoPassword);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('qd-leader', demoPassword)).status).toBe(200);
  });

  it('lets no page of another site write with the cookie', async () => {
    const clerk = await api.signIn('yt-leader');
    const foreign = await clerk.ask('DELETE', '/api/session', undefined, { origin: 'https://elsewhere.example' });
    expect(foreign.status).toBe(403);
    expect((await clerk.ask('DELETE', '/api/session', undefined, { origin: api.url })).status).toBe(204);
  });

  it('names every bad field in Chinese', async () => {
    const { status, body, headers } = await api.visitor().ask('POST', '/api/session', { username: '', extra: 1 });
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'INPUT_INVALID', status: 400, title: '填写有误，请按提示修改' });
    expect(body['errors']).toEqual(
      expect.arrayContaining([
        { field: 'username', code: 'REQUIRED', message: '必填' },
        { field: 'password', code: 'REQUIRED', message: '必填' },
        { field: 'extra', code: 'UNKNOWN_FIELD', message: '没有这一项' },
      ]),
    );
  });
});
