import { WorkflowNotFoundError } from '@temporalio/common';
import type { Actor } from '@due-process/contracts';
import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { applicationOf, peopleOf, startOf } from './testing/people';

/** Commands (design §4): exactly one of two in the same instant, one effect for one key, and a refusal that leaves no trace. */
let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start({ server: 'real' });
});
afterAll(() => bench?.stop());

const { window, window2 } = peopleOf('370600');
const open = (item = 'YT-2.2'): Promise<CaseOnBench> => {
  const start = startOf(item, { caseNo: `370600001${Date.now()}${Math.floor(Math.random() * 1e6)}` });
  return bench.open(start, applicationOf(start));
};
const length = async (file: CaseOnBench): Promise<number> => (await file.handle.describe()).historyLength;

/** What became of a command: `done`, or the code and data of its refusal. */
async function outcome(file: CaseOnBench, actor: Actor, action: string, expectedVersion: number) {
  try {
    await file.act(actor, action, {}, { expectedVersion });
    return { code: 'done' };
  } catch (error) {
    const { type, details } = (error as { cause: { type: string; details: [{ data?: unknown }] } }).cause;
    return { code: type, data: details[0].data };
  }
}

describe('two clerks in the same instant', () => {
  it('are one that is accepted and one that is told who was first, in 50 pairs', async () => {
    const pair = async (): Promise<void> => {
      const file = await open();
      const { version, seq } = file.told();
      const both = await Promise.all([
        outcome(file, window, 'accept', version),
        outcome(file, window2, 'accept', version),
      ]);
      expect(both.map(({ code }) => code).sort()).toEqual(['CASE_VERSION_CONFLICT', 'done']);
      const accepted = file.eventsOf('accepted');
      expect(accepted).toHaveLength(1);
      expect(accepted[0]?.seq).toBe(seq + 1);
      expect(both.find(({ code }) => code !== 'done')?.data).toMatchObject({
        lastChange: { by: accepted[0]?.by, action: 'accept' },
      });
    };
    for (let done = 0; done < 50; done += 5) await Promise.all(Array.from({ length: 5 }, pair));
  });
});

describe('a command', () => {
  it('with the key of another body is refused and changes nothing', async () => {
    const file = await open();
    const command = file.command(window, 'note', { text: 'one' });
    await file.send(command);
    const before = await length(file);
    await expect(file.send({ ...command, input: { text: 'two' }, bodyMac: 'two' }, 'two')).rejects.toMatchObject({
      cause: { type: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await length(file)).toBe(before);
    expect(file.eventsOf('noteAdded').map(({ data }) => data.text)).toEqual(['one']);
  });

  it('that is refused costs the history nothing', async () => {
    const file = await open();
    const before = await length(file);
    for (const [action, code] of [
      ['approve', 'ACTION_NOT_ALLOWED'],
      ['serve', 'ACTION_NOT_ALLOWED'],
      ['requestSupplement', 'MATERIALS_COMPLETE'],
    ] as const)
      expect(await outcome(file, window, action, file.told().version)).toMatchObject({ code });
    expect(await outcome(file, window, 'accept', 1)).toMatchObject({ code: 'CASE_VERSION_CONFLICT' });
    expect(await length(file)).toBe(before);
    expect(file.batches()).toHaveLength(1);
  });

  it('after the end finds no run', async () => {
    const file = await open('YT-2.1');
    await file.act(window, 'accept');
    await file.handle.result();
    const types = file.types();
    await expect(file.act(window, 'note', { text: 'late' })).rejects.toBeInstanceOf(WorkflowNotFoundError);
    expect(file.types()).toEqual(types);
  });
});
