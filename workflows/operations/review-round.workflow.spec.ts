import type { ReviewRoundActivities } from '@due-process/contracts';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { reviewRound } from '.';

const taskQueue = 'review-rounds';
const logger = new DefaultLogger('ERROR');
const id = '370600-YT-7-2026Q4';

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

/** Cases that wait, in pages of two hundred; `silent` ones are heard from in the given pass. */
function played(cases: number, silent: Record<string, number> = {}) {
  const waiting = new Set(Array.from({ length: cases }, (_, at) => `c${String(at).padStart(4, '0')}`));
  const timesTold = new Map<string, number>();
  let [pass, pages] = [1, 0];
  const activities: Partial<ReviewRoundActivities> = {
    tellReviewRound: async ({ after = '', limit }) => {
      pages++;
      const page = [...waiting]
        .filter((one) => one > after)
        .sort()
        .slice(0, limit);
      const told = page.filter((one) => pass >= (silent[one] ?? 1));
      for (const one of told) {
        waiting.delete(one);
        timesTold.set(one, (timesTold.get(one) ?? 0) + 1);
      }
      const last = page.at(-1);
      return {
        told: told.length,
        failed: page.length - told.length,
        done: page.length < limit,
        ...(last ? { last } : {}),
      };
    },
    finishReviewRound: async () => {
      pass++;
      return { remaining: waiting.size };
    },
  };
  const run = async () => {
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue,
      workflowBundle,
      activities,
    });
    return worker.runUntil(
      environment.client.workflow.execute(reviewRound, {
        taskQueue,
        workflowId: `round-${cases}-${Object.keys(silent).length}`,
        args: [{ id }],
      }),
    );
  };
  return { run, timesTold, pages: () => pages };
}

test('every waiting case is told once, a page after the other', async () => {
  const round = played(450);
  expect(await round.run()).toMatchObject({ told: 450, failed: 0, remaining: 0, pass: 1 });
  expect([...round.timesTold.values()].every((times) => times === 1)).toBe(true);
  expect(round.pages()).toBe(3);
});

test('a silent case holds up none of the others and is told in a later pass', async () => {
  const round = played(3, { c0000: 4 });
  expect(await round.run()).toMatchObject({ told: 3, remaining: 0, pass: 4 });
  expect(Object.fromEntries(round.timesTold)).toEqual({ c0001: 1, c0002: 1, c0000: 1 });
});

test('a round for which nobody waits is over at once', async () => {
  expect(await played(0).run()).toMatchObject({ told: 0, remaining: 0, pass: 1 });
});
