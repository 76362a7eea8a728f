import type { SettlementActivities } from '@due-process/contracts';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { monthlySettlement } from '.';

const taskQueue = 'monthly-settlement';
let environment: TestWorkflowEnvironment;
let workflowBundle: { code: string };

beforeAll(async () => {
  const path = process.env.TEMPORAL_TEST_SERVER;
  environment = await TestWorkflowEnvironment.createTimeSkipping(
    path ? { server: { executable: { type: 'existing-path', path } } } : {},
  );
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: require.resolve('.'),
    logger: new DefaultLogger('ERROR'),
  });
}, 60_000);
afterAll(() => environment?.teardown());

type Asked = Parameters<SettlementActivities['openSettlements']>[0];

async function settle(openSettlements: SettlementActivities['openSettlements'], given: { period?: string } = {}) {
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue,
    workflowBundle,
    activities: { openSettlements },
  });
  const workflowId = `monthly-settlement-${Math.random()}`;
  return worker.runUntil(
    environment.client.workflow.execute(monthlySettlement, { taskQueue, workflowId, args: [given] }),
  );
}

describe('the settlements of a month', () => {
  test('are opened page by page, each from where the last one ended', async () => {
    const asked: Asked[] = [];
    const told = await settle(
      async (input) => {
        asked.push(input);
        const nth = asked.length;
        return { opened: 100, repeated: nth, refused: 1, last: `place-${nth}`, done: nth === 3 };
      },
      { period: '2026-02' },
    );
    expect(told).toEqual({ period: '2026-02', opened: 300, repeated: 6, refused: 3 });
    expect(asked.map(({ period, after }) => [period, after])).toEqual([
      ['2026-02', undefined],
      ['2026-02', 'place-1'],
      ['2026-02', 'place-2'],
    ]);
  });

  test('are those of the month before, where none is named', async () => {
    const now = new Date((await environment.currentTimeMs()) + 8 * 3_600_000);
    const told = await settle(async () => ({ opened: 0, repeated: 0, refused: 0, done: true }));
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
    expect(told.period).toBe(month);
  });

  test('are tried again while the API is away', async () => {
    let tries = 0;
    const told = await settle(async () => {
      if (++tries < 8) throw new Error('the API is away');
      return { opened: 7, repeated: 0, refused: 0, done: true };
    });
    expect([tries, told.opened]).toEqual([8, 7]);
  });
});
