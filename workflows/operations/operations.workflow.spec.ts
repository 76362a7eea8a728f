import type { OperationActivities } from '@due-process/contracts';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { bulk, daily, everyMinute, redateCases } from '.';

const taskQueue = 'operations';
const logger = new DefaultLogger('ERROR');

let environment: TestWorkflowEnvironment;
let workflowBundle: { code: string };
beforeAll(async () => {
  Runtime.install({ logger, telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });
  const path = process.env.TEMPORAL_TEST_SERVER;
  environment = await TestWorkflowEnvironment.createTimeSkipping(
    path ? { server: { executable: { type: 'existing-path', path } } } : {},
  );
  workflowBundle = await bundleWorkflowCode({ workflowsPath: require.resolve('.'), logger });
}, 60_000);
afterAll(() => environment?.teardown());

const nothing: OperationActivities = {
  fireDueRungs: async () => ({ fired: 0, messages: 0 }),
  sendPendingSms: async () => ({ sent: 0, failed: 0 }),
  resumeRedatings: async () => ({ started: 0 }),
  reconcileLetters: async () => ({ checked: 0, missing: 0, resent: 0 }),
  redatePage: async () => ({ told: 0, failed: 0, done: true }),
  finishRedating: async () => ({ remaining: 0 }),
  sweepEngine: async () => ({ found: 0, cleared: 0 }),
  checkRepairs: async () => ({ moved: 0, notMoved: 0 }),
  collectResults: async () => ({ taken: 0 }),
  giveCards: async () => ({ given: 0 }),
  bulkPage: async () => ({ done: 0, failed: 0, left: 0 }),
  finishBulk: async () => undefined,
};

async function withActivities<T>(activities: Partial<OperationActivities>, run: () => Promise<T>): Promise<T> {
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue,
    workflowBundle,
    activities: { ...nothing, ...activities },
  });
  return worker.runUntil(run);
}

let runs = 0;
const options = () => ({ taskQueue, workflowId: `operation-${++runs}` });

describe('the work of every minute', () => {
  test('sends SMS after the rungs they follow from', async () => {
    const order: string[] = [];
    await withActivities(
      {
        fireDueRungs: async () => {
          await new Promise((wake) => setTimeout(wake, 50));
          order.push('rungs');
          return { fired: 2, messages: 3 };
        },
        sendPendingSms: async () => {
          order.push('sms');
          return { sent: 1, failed: 0 };
        },
      },
      async () => {
        const result = await environment.client.workflow.execute(everyMinute, { ...options(), args: [] });
        expect(result).toEqual({
          rungs: { fired: 2, messages: 3 },
          sms: { sent: 1, failed: 0 },
          redatings: { started: 0 },
          results: { taken: 0 },
          cards: { given: 0 },
        });
      },
    );
    expect(order).toEqual(['rungs', 'sms']);
  });

  test('does the rest when one part fails three times, and says that it failed', async () => {
    let tries = 0;
    const done: string[] = [];
    await withActivities(
      {
        fireDueRungs: async () => {
          tries++;
          throw new Error('the escalation table is locked');
        },
        sendPendingSms: async () => {
          done.push('sms');
          return { sent: 0, failed: 0 };
        },
        resumeRedatings: async () => {
          done.push('redatings');
          return { started: 0 };
        },
      },
      async () => {
        const run = environment.client.workflow.execute(everyMinute, { ...options(), args: [] });
        await expect(run).rejects.toThrow('Workflow execution failed');
      },
    );
    expect(tries).toBe(3);
    expect(done.sort()).toEqual(['redatings', 'sms']);
  });
});

test('the night’s reconciliation is tried until the platform answers', async () => {
  let tries = 0;
  await withActivities(
    {
      reconcileLetters: async () => {
        if (++tries < 6) throw new Error('the platform is away');
        return { checked: 9, missing: 1, resent: 1 };
      },
    },
    async () => {
      const result = await environment.client.workflow.execute(daily, { ...options(), args: [] });
      expect(result).toEqual({ letters: { checked: 9, missing: 1, resent: 1 } });
    },
  );
});

describe('re-dating', () => {
  /** A list of cases as the table holds them: a told one is no longer on it. */
  const list = (count: number) => {
    const names = Array.from({ length: count }, (_, n) => `N${String(n).padStart(6, '0')}`);
    return { waiting: new Set(names), told: [] as string[], pages: 0 };
  };
  const paging = (cases: ReturnType<typeof list>, broken = new Set<string>()): Partial<OperationActivities> => ({
    redatePage: async ({ after = '', limit }) => {
      cases.pages++;
      const page = [...cases.waiting].filter((name) => name > after).slice(0, limit);
      const reached = page.filter((name) => !broken.has(name));
      for (const name of reached) cases.waiting.delete(name);
      cases.told.push(...reached);
      const last = page.at(-1);
      return {
        told: reached.length,
        failed: page.length - reached.length,
        done: page.length < limit,
        ...(last !== undefined && { last }),
      };
    },
    finishRedating: async () => ({ remaining: cases.waiting.size }),
  });

  test('goes through all pages, across several runs when there are very many', async () => {
    const cases = list(110_250);
    await withActivities(paging(cases), async () => {
      const handle = await environment.client.workflow.start(redateCases, {
        ...options(),
        args: [{ proposal: 'cn-2' }],
      });
      const result = await handle.result();
      expect(result).toMatchObject({ told: 110_250, failed: 0, remaining: 0, pass: 1 });
      const { runId } = await environment.client.workflow.getHandle(handle.workflowId).describe();
      expect(runId).not.toBe(handle.firstExecutionRunId);
    });
    expect(cases.pages).toBe(221);
  }, 60_000);

  test('begins another pass for cases that did not answer, until none is left', async () => {
    const cases = list(700);
    const broken = new Set(['N000003', 'N000650']);
    await withActivities(
      {
        ...paging(cases, broken),
        finishRedating: async () => {
          const remaining = cases.waiting.size;
          if (cases.pages > 4) broken.clear();
          return { remaining };
        },
      },
      async () => {
        const result = await environment.client.workflow.execute(redateCases, {
          ...options(),
          args: [{ proposal: 'cn-2' }],
        });
        expect(result).toMatchObject({ told: 700, failed: 0, remaining: 0 });
        expect(result.pass).toBeGreaterThan(2);
      },
    );
    expect(new Set(cases.told).size).toBe(700);
  });

  test('stands still while paused and goes on from the same place', async () => {
    const cases = list(1200);
    const activities = paging(cases);
    await withActivities(activities, async () => {
      const handle = await environment.client.workflow.start(redateCases, {
        ...options(),
        args: [{ proposal: 'cn-2', paused: true }],
      });
      await environment.sleep('1 day');
      expect(await handle.query('progress')).toMatchObject({ told: 0, paused: true });
      expect(cases.pages).toBe(0);
      await handle.signal('resume');
      expect(await handle.result()).toMatchObject({ told: 1200, paused: false });
    });
  });
});

describe('bulk work', () => {
  const lines = (count: number) => {
    const left = { count, pages: 0, ended: '' };
    const activities: Partial<OperationActivities> = {
      bulkPage: async ({ limit }) => {
        left.pages++;
        const done = Math.min(limit, left.count);
        left.count -= done;
        return { done, failed: 0, left: left.count };
      },
      finishBulk: async ({ state }) => void (left.ended = state),
    };
    return { left, activities };
  };

  test('goes through its lines page by page and says when it is finished', async () => {
    const { left, activities } = lines(1000);
    await withActivities(activities, async () => {
      const result = await environment.client.workflow.execute(bulk, { ...options(), args: [{ run: 'r1' }] });
      expect(result).toEqual({ done: 1000, failed: 0 });
    });
    expect(left).toEqual({ count: 0, pages: 10, ended: 'finished' });
  });

  test('stands still while paused and ends where it is cancelled', async () => {
    const { left, activities } = lines(1000);
    await withActivities(activities, async () => {
      const handle = await environment.client.workflow.start(bulk, {
        ...options(),
        args: [{ run: 'r2', paused: true }],
      });
      await environment.sleep('1 hour');
      expect(left.pages).toBe(0);
      await handle.signal('cancel');
      expect(await handle.result()).toEqual({ done: 0, failed: 0 });
    });
    expect(left).toEqual({ count: 1000, pages: 0, ended: 'cancelled' });
  });
});
