import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import pino from 'pino';
import { Counter, Registry } from 'prom-client';
import { troubleInterceptor } from './trouble.interceptor';
import { createTroubleStore } from './trouble.store';

let db: FreshDatabase;
beforeAll(async () => (db = await freshDatabase()));
afterAll(() => db.drop());
beforeEach(() => db.pool.query('truncate trouble'));

const caseNo = '37060000120260302000017';
const failures = new Counter({
  name: 'failures',
  help: 'failures',
  labelNames: ['activity', 'code'],
  registers: [new Registry()],
});

const attemptAt = (attempt: number, workflowId = `case-${caseNo}`, pool = db.pool) =>
  new MockActivityEnvironment(
    { attempt, activityType: 'deliverLetter', workflowExecution: { workflowId, runId: 'r' } },
    {
      logger: new DefaultLogger('ERROR'),
      interceptors: [
        troubleInterceptor({ store: createTroubleStore(pool), failures, logger: pino({ level: 'silent' }) }),
      ],
    },
  );
const failing = async (_effect: { key: string }): Promise<string> => {
  throw ApplicationFailure.retryable('exchange: 500', 'OUTSIDE_FAILED');
};
const succeeding = async (_effect: { key: string }): Promise<string> => 'done';
const troubles = async () => {
  const { rows } = await db.pool.query('select case_no, activity, key, attempt, code from trouble order by since');
  return rows as unknown[];
};
const trouble = { case_no: caseNo, activity: 'deliverLetter', key: 'L1', code: 'OUTSIDE_FAILED' };

test('failing attempts are one trouble that counts them, and a success takes it away', async () => {
  const effect = { key: 'L1' };
  await expect(attemptAt(1).run(failing, effect)).rejects.toMatchObject({ type: 'OUTSIDE_FAILED' });
  await expect(attemptAt(2).run(failing, effect)).rejects.toMatchObject({ type: 'OUTSIDE_FAILED' });
  expect(await troubles()).toEqual([{ ...trouble, attempt: 2 }]);
  await expect(attemptAt(3).run(succeeding, effect)).resolves.toBe('done');
  expect(await troubles()).toEqual([]);
});

test('one effect’s success leaves another’s trouble', async () => {
  await expect(attemptAt(1).run(failing, { key: 'L1' })).rejects.toThrow('exchange: 500');
  await attemptAt(2).run(succeeding, { key: 'L2' });
  expect(await troubles()).toEqual([{ ...trouble, attempt: 1 }]);
});

test('set-based work is noted without a case, and a later run’s first success takes it away', async () => {
  await expect(attemptAt(1, 'every-minute').run(failing, { key: '' })).rejects.toThrow('exchange: 500');
  expect(await troubles()).toMatchObject([{ case_no: '', activity: 'deliverLetter' }]);
  await attemptAt(1, 'every-minute').run(succeeding, { key: '' });
  expect(await troubles()).toEqual([]);
});

test('a trouble that cannot be written hides neither the failure nor the result', async () => {
  const closed = await freshDatabase();
  await closed.drop();
  await expect(attemptAt(2, undefined, closed.pool).run(failing, { key: 'L1' })).rejects.toMatchObject({
    type: 'OUTSIDE_FAILED',
  });
  await expect(attemptAt(2, undefined, closed.pool).run(succeeding, { key: 'L1' })).resolves.toBe('done');
});
