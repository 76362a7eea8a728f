import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import type { OutsideMessage } from '@due-process/contracts';
import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { applicationOf, peopleOf, startOf } from './testing/people';
import { testRules } from './testing/test-rules';
import { faultyBundle, workflowBundle } from './testing/workflow-bundle';

/** A bug of ours stops the one case that meets it, writes nothing, and is over with the release that mends it. */
let bench: CaseBench;
beforeEach(async () => {
  bench = await CaseBench.start();
});
afterEach(() => bench?.stop());

const { window, review } = peopleOf('370600');
const pause = (ms: number): Promise<'silence'> => new Promise((resolve) => setTimeout(() => resolve('silence'), ms));

async function received(story: 'sideBySide' | 'brokenBranch' | 'strayRejection'): Promise<CaseOnBench> {
  const start = startOf('TEST', { rules: testRules(story) });
  return bench.open(start, applicationOf(start));
}

async function opened(story: 'sideBySide' | 'brokenBranch'): Promise<CaseOnBench> {
  const file = await received(story);
  await file.act(window, 'accept');
  return file;
}

async function certificateWorks(): Promise<void> {
  const start = startOf('YT-2.1');
  const file = await bench.open(start, applicationOf(start));
  await file.act(window, 'accept');
  expect(file.told()).toMatchObject({ outcome: 'completed' });
}

/** What the engine was told of the tasks that failed, as an operator reads it. */
async function taskFailures(file: CaseOnBench): Promise<(string | undefined)[]> {
  const failed = (await file.history()).flatMap((event) => event.workflowTaskFailedEventAttributes ?? []);
  const { loadedDataConverter } = bench.client.options;
  const errors = failed.map(({ failure }) => decodeOptionalFailureToOptionalError(loadedDataConverter, failure));
  return (await Promise.all(errors)).map((error) => error?.stack);
}

describe('a plain error', () => {
  it('in a story blocks its case alone until a release mends it; then the command is done, once', async () => {
    await bench.deploy(await faultyBundle());
    const file = await opened('sideBySide');
    for (const action of ['finish-first', 'finish-left', 'finish-right', 'finish-upper'])
      await file.act(review, action);
    const written = file.types();
    const reply = file.act(review, 'finish-lower');
    expect(await Promise.race([reply, pause(3_000)])).toBe('silence');
    expect(file.types()).toEqual(written);
    await certificateWorks();
    expect(await taskFailures(file)).not.toHaveLength(0);

    await bench.deploy(await workflowBundle('test'));
    await reply;
    expect(Object.keys(file.told().tasks)).toEqual(['last']);
    expect(file.batches()).toHaveLength(7);
    await file.act(review, 'finish-last');
    expect(file.told()).toMatchObject({ outcome: 'completed' });
  }, 60_000);

  it('in one branch stops the case at once, though another branch still waits for a person', async () => {
    const file = await opened('brokenBranch');
    const written = file.types();
    const reply = file.act(review, 'finish-left').catch(() => 'gone');
    expect(await Promise.race([reply, pause(2_000)])).toBe('silence');
    expect(file.types()).toEqual(written);
    // … and says where in the story it happened.
    expect((await taskFailures(file))[0]).toMatch(/a fault in a branch[^]*workflows\/testing\/test-stories\.ts:\d+/);
    await file.handle.terminate();
    await reply;
  });

  it('that nobody waits for is laid to the case it happened in, and to no other', async () => {
    const file = await received('strayRejection');
    const reply = file.act(window, 'accept').catch(() => 'gone');
    expect(await Promise.race([reply, pause(2_000)])).toBe('silence');
    expect((await taskFailures(file))[0]).toMatch(/a fault nobody waits for/);
    await certificateWorks();
    await file.handle.terminate();
    await reply;
  });

  it('in a handler blocks its case alone, and the case is rebuilt from the journal', async () => {
    const file = await opened('sideBySide');
    const written = file.types();
    const malformed = { type: 'letterArrived', receivedOn: '2024-03-11' } as unknown as OutsideMessage;
    const reply = file.tell(malformed).catch(() => 'gone');
    expect(await Promise.race([reply, pause(2_000)])).toBe('silence');
    await certificateWorks();
    expect(file.types()).toEqual(written);

    await file.handle.terminate();
    await reply;
    const again = await bench.rebuild({ ...file.start, state: file.told() });
    await again.act(review, 'finish-first');
    expect(Object.keys(again.told().tasks).sort()).toEqual(['left', 'right', 'upper']);
  });
});
