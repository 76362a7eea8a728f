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
