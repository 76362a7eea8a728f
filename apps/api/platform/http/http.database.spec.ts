import { startApi, type RunningApi } from '../../test/start-api';

interface Problem {
  code: string;
  status: number;
}

describe('bad input', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  const post = (text: string, headers?: Record<string, string>) =>
    api.visitor().ask<Problem>('POST', '/api/session', text, headers);
  const nested = (depth: number): string => '{"a":'.repeat(depth - 1) + '{}' + '}'.repeat(depth - 1);

  it('is told apart: not JSON, too large, too deep, another kind of content', async () => {
    expect((await post('{"username":')).body).toMatchObject({ code: 'INPUT_NOT_JSON', status: 400 });
    expect((await post(JSON.stringify({ username: 'x'.repeat(1_100_000) }))).body).toMatchObject({
      code: 'INPUT_TOO_LARGE',
      status: 413,
    });
    expect((await post(nested(33))).body).toMatchObject({ code: 'INPUT_TOO_DEEP', status: 400 });
    expect((await post(nested(32))).body).toMatchObject({ code: 'INPUT_INVALID', status: 400 });
    expect((await post(nested(150_000))).body).toMatchObject({ code: 'INPUT_TOO_DEEP' });
    const form = await post('username=a', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.body).toMatchObject({ code: 'INPUT_NOT_JSON' });
  });

  it('that is no object at all names what is missing', async () => {
    const { body } = await post('');
    expect(body).toMatchObject({ code: 'INPUT_INVALID', errors: [{ field: 'username' }, { field: 'password' }] });
  });

  it('with characters that no table holds is refused by name, wherever they stand', async () => {
    const half = '\ud842';
    const preview = { region: '370600', start: '2026-03-02', quantity: 5, unit: 'workingDay' };
    const seen = await api.visitor().ask<Problem>('POST', '/api/deadlines/preview', {
      ...preview,
      calendarVersion: '2026\0',
      pauses: [{ from: half }],
    });
    expect(seen.body).toMatchObject({ code: 'INPUT_INVALID', status: 400 });
    expect(seen.body).toMatchObject({
      errors: [
        { field: 'calendarVersion', code: 'FORMAT', message: '含有无法识别的字符' },
        { field: 'pauses.0.from', code: 'FORMAT' },
      ],
    });
    expect((await post(JSON.stringify({ username: 'a\0', password: 'b' }))).status).toBe(400);
    const asked = await api.visitor().ask<Problem>('GET', '/public/progress?caseNo=1%00&queryCode=2');
    expect(asked.body).toMatchObject({ status: 400, errors: [{ field: 'caseNo', code: 'FORMAT' }] });
  });

  it('in an address that cannot be read names nothing', async () => {
    for (const path of ['/api/items/%E0%A4%A', '/api/items/%ff', '/api/items/a%00'])
      expect((await api.visitor().ask<Problem>('GET', path)).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('in place of a session is no session', async () => {
    for (const cookie of ['j:{"a":1}', 'j:[1]', '%00', 'x'.repeat(4000)]) {
      const headers = { cookie: `due_process_session=${encodeURIComponent(cookie)}` };
      const asked = await api.visitor().ask<Problem>('GET', '/api/worklist', undefined, headers);
      expect([cookie.slice(0, 10), asked.status, asked.body.code]).toEqual([
        cookie.slice(0, 10),
        401,
        'SESSION_REQUIRED',
      ]);
    }
  });

  it('cannot reach prototypes', async () => {
    const { status } = await post('{"__proto__":{"admin":true},"username":"a","password":"b"}');
    expect(status).toBe(401);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('that asks for nothing known is answered 404 as a problem', async () => {
    const { status, body, headers } = await api.visitor().ask<Problem>('GET', '/api/no-such-thing');
    expect([status, body.code, headers.get('content-type')]).toEqual([
      404,
      'NOT_FOUND',
      'application/problem+json; charset=utf-8',
    ]);
  });
});

describe('the document of the API', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  it('is made from the schemas that validate', async () => {
    interface Document {
      paths: Record<string, Record<string, { requestBody?: unknown }>>;
    }
    const { body } = await api.visitor().ask<Document>('GET', '/api/openapi.json');
    const text = JSON.stringify(body.paths['/api/deadlines/preview']?.['post']?.requestBody);
    expect(text).toContain('"maximum":5000');
    expect(text).toContain('calendarVersion');
  });

  it('and the metrics name routes by their pattern, not by what was asked for', async () => {
    await api.visitor().ask('GET', '/api/items/YT-2.2?region=370600');
    const { body } = await api.visitor().ask<string>('GET', '/metrics');
    expect(body).toContain('route="/api/items/:code"');
    expect(body).not.toContain('YT-2.2');
  });
});

describe('the catalogue', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  it('is read without signing in, by region, and one item whole', async () => {
    const { body } = await api.visitor().ask<{ items: { code: string }[] }>('GET', '/api/items?region=370600');
    expect(body.items.map(({ code }) => code)).toContain('YT-2.2');
    expect(body.items.every(({ code }) => code.startsWith('YT-'))).toBe(true);
    const item = await api.visitor().ask<{ offices: unknown[]; materials: unknown[] }>('GET', '/api/items/YT-2.2');
    expect(item.body.offices.length).toBeGreaterThan(0);
    expect((await api.visitor().ask<Problem>('GET', '/api/items/YT-99')).body.code).toBe('ITEM_UNKNOWN');
  });
});
