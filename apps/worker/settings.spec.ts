import { readSettings } from './settings';

const complete = {
  DATABASE_URL: 'postgresql://app:secret@127.0.0.1/app',
  KEYS_PATH: '/keys.json',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SANDBOX_URL: 'http://127.0.0.1:4000/',
};

describe('the worker’s environment', () => {
  test('has a value for everything that may be left out', () => {
    expect(readSettings(complete)).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      temporal: { namespace: 'due-process' },
      outside: { exchange: 'http://127.0.0.1:4000', fund: 'http://127.0.0.1:4000' },
      apiUrl: 'http://127.0.0.1:3000',
      queues: ['cases', 'effects', 'operations'],
    });
    expect(readSettings(complete).temporal.tls).toBeUndefined();
  });

  test('names an outside system of its own where there is one', () => {
    const { outside } = readSettings({ ...complete, FUND_URL: 'https://fund.example' });
    expect(outside).toMatchObject({ fund: 'https://fund.example', core: 'http://127.0.0.1:4000' });
  });

  test('is refused with every fault at once and no value', () => {
    const { DATABASE_URL: _, ...rest } = complete;
    const read = () => readSettings({ ...rest, KEYS_PATH: '', CACHED_CASES: 'many', SANDBOX_URL: 'ftp://secret' });
    expect(read).toThrow(/DATABASE_URL.*KEYS_PATH.*EXCHANGE_URL.*CACHED_CASES/);
    expect(read).not.toThrow(/secret|many/);
  });

  test('serves only queues that exist', () => {
    expect(readSettings({ ...complete, WORKER_QUEUES: 'effects, operations' }).queues).toEqual([
      'effects',
      'operations',
    ]);
    expect(() => readSettings({ ...complete, WORKER_QUEUES: 'effects,letters' })).toThrow(/WORKER_QUEUES/);
  });
});
