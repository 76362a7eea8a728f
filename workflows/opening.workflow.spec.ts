import { CASE_WORKFLOW, caseWorkflowId } from '@due-process/contracts';
import { CaseBench } from './testing/case-bench';
import { applicationOf, peopleOf, startOf } from './testing/people';

/** Opening a case (design §4): one number, one run, one opening, however often it is asked for. */
let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start();
});
afterAll(() => bench?.stop());

const { window } = peopleOf('370600');
const accept = { acceptNow: true };

describe('opening', () => {
  it('twice gives the same answer and one case, also after later acts', async () => {
    const start = startOf('YT-2.2');
    const application = applicationOf(start);
    const first = await bench.opening(start, application);
    expect(await bench.opening(start, application, {}, 'again')).toEqual(first);
    const file = bench.caseOf(start);
    await file.act(window, 'accept');
    expect(await bench.opening(start, application, {}, 'much later')).toEqual(first);
    expect(file.types().filter((type) => type === 'caseOpened')).toHaveLength(1);
  });

  it('by two starters in the same instant joins them in one case', async () => {
    const start = startOf('YT-2.2');
    const application = applicationOf(start);
    const [one, two] = await Promise.all([
      bench.opening(start, application, {}, 'one'),
      bench.opening(start, application, {}, 'two'),
    ]);
    expect(two).toEqual(one);
    const file = bench.caseOf(start);
    expect(file.types().filter((type) => type === 'caseOpened')).toHaveLength(1);
    expect(file.batches()).toHaveLength(1);
  });

  it('that never arrives fails the run after a minute, and the number can be opened again', async () => {
    const start = startOf('YT-2.1');
    const lonely = await bench.client.workflow.start(CASE_WORKFLOW, {
      workflowId: caseWorkflowId(start.caseNo),
      taskQueue: 'cases',
      args: [start],
    });
    await bench.env.sleep('50 seconds');
    expect((await lonely.describe()).status.name).toBe('RUNNING');
    await bench.env.sleep('20 seconds');
    // Asking for the result would move the clock on: the run must have ended by itself.
    let status = 'RUNNING';
    for (const until = Date.now() + 10_000; status === 'RUNNING' && Date.now() < until;)
      status = (await lonely.describe()).status.name;
    expect(status).toBe('FAILED');
    await expect(lonely.result()).rejects.toMatchObject({ cause: { type: 'CASE_NEVER_OPENED' } });
    const file = await bench.open(start, applicationOf(start, accept));
    expect(await file.handle.result()).toMatchObject({ outcome: 'completed' });
  });

  it('of a number whose case has ended is refused by the engine', async () => {
    const start = startOf('YT-2.1');
    const file = await bench.open(start, applicationOf(start, accept));
    await file.handle.result();
    const events = file.types();
    await expect(bench.opening(start, applicationOf(start, accept), {}, 'again')).rejects.toMatchObject({
      name: 'WorkflowExecutionAlreadyStartedError',
    });
    expect(file.types()).toEqual(events);
  });
});

describe('a request to the engine to cancel a case', () => {
  it('is not heard: acts go on and the run ends with the case', async () => {
    const start = startOf('YT-2.1');
    const file = await bench.open(start, applicationOf(start));
    await file.handle.cancel();
    await file.act(window, 'note', { text: 'still here' });
    await file.act(window, 'accept');
    expect(await file.handle.result()).toEqual({ caseNo: start.caseNo, outcome: 'completed' });
    expect(bench.asked.filter(({ effect }) => effect.caseNo === start.caseNo)).toHaveLength(1);
  });
});
