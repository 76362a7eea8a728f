import { writeOnce } from './ask';
import { Problem } from './problem';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** The line, as a list of what happens to one request after another; keeps the keys that were sent. */
function line(...events: (Response | 'lost')[]) {
  const keys: (string | null)[] = [];
  globalThis.fetch = (_input, init) => {
    keys.push(new Headers(init?.headers).get('idempotency-key'));
    const event = events.shift();
    return event === undefined || event === 'lost' ? Promise.reject(new TypeError('network')) : Promise.resolve(event);
  };
  return keys;
}

describe('an act that must happen once', () => {
  const { fetch, addEventListener, removeEventListener } = globalThis;
  beforeAll(() => {
    Object.assign(globalThis, { addEventListener: () => undefined, removeEventListener: () => undefined });
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void) => queueMicrotask(done)) as never);
  });
  afterAll(() => {
    jest.restoreAllMocks();
    Object.assign(globalThis, { fetch, addEventListener, removeEventListener });
  });

  it('is repeated under the same key after a lost reply and a 503', async () => {
    const keys = line(
      'lost',
      answer(503, { code: 'SERVICE_UNAVAILABLE' }, { 'retry-after': '1' }),
      answer(200, { ok: 1 }),
    );
    expect(await writeOnce('/api/cases/1/actions/accept', { expectedVersion: 1 })).toEqual({ ok: 1 });
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('keeps its key when the person asks again after no answer came, and takes a new one once its fate is known', async () => {
    const before = line('lost', 'lost', 'lost', 'lost', 'lost');
    await expect(writeOnce('/api/cases', { a: 1 })).rejects.toMatchObject({ code: 'NO_ANSWER' });
    const again = line(answer(409, { code: 'CASE_DUPLICATE', title: '重复' }), answer(200, {}));
    await expect(writeOnce('/api/cases', { a: 1 })).rejects.toBeInstanceOf(Problem);
    await writeOnce('/api/cases', { a: 1 });
    expect(again[0]).toBe(before[0]);
    expect(again[1]).not.toBe(before[0]);
  });

  it('is not repeated when the answer is final', async () => {
    const keys = line(
      answer(400, { code: 'INPUT_INVALID', errors: [{ field: 'input.x', code: 'REQUIRED', message: '必填' }] }),
    );
    await expect(writeOnce('/api/cases/1/actions/note', {})).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      status: 400,
    });
    expect(keys).toHaveLength(1);
  });
});
