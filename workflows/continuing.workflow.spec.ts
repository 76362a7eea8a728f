import { digestOf } from '@due-process/domain';
import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { form } from './testing/inputs';
import { applicationOf, peopleOf, startOf } from './testing/people';
import { openPlay, playStep, productPlays, storyTold, testPlays } from './testing/plays';
import { situationPlays } from './testing/situation-plays';

/** Re-entrant stories (design §4): a run continued as new after every step leaves the journal that one long run leaves. */
let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start();
});
afterAll(() => bench?.stop());

const { window, finance } = peopleOf('370600');
const always = { continueAfter: 1 };
const runs = (file: CaseOnBench): number => new Set(file.batches().map(({ runId }) => runId)).size;

describe.each([...productPlays, ...situationPlays(), ...testPlays])('$name', (play) => {
  it('tells the same story when it is continued as new after every step', async () => {
    const long = await openPlay(bench, play);
    const short = await openPlay(bench, play, always);
    for (const step of play.steps) {
      await playStep(bench, step, long);
      await playStep(bench, step, short);
    }
    expect(storyTold(short)).toEqual(storyTold(long));
    expect(runs(long)).toBe(1);
    const commands = new Set(short.events().flatMap(({ command }) => (command ? [command.key] : [])));
    expect(runs(short)).toBeGreaterThanOrEqual(commands.size);
    for (const file of [long, short]) {
      expect(file.told()).toMatchObject({ ended: true });
      expect(digestOf(file.told())).toBe(file.batches().at(-1)?.digest);
      expect(await bench.resultOf(file.handle.workflowId)).toEqual({
        caseNo: file.start.caseNo,
        outcome: file.told().outcome,
      });
    }
  });
});

describe.each(['skipping', 'real'] as const)('on the %s server a run that is always continued as new', (server) => {
  let own: CaseBench;
  beforeAll(async () => {
    own = server === 'skipping' ? bench : await CaseBench.start({ server });
  });
  afterAll(() => (server === 'real' ? own?.stop() : undefined));

  const open = (): Promise<CaseOnBench> => {
    const start = startOf('YT-2.2', { ...always, caseNo: `370600001${Date.now()}${Math.floor(Math.random() * 1e5)}` });
    return own.open(start, applicationOf(start));
  };

  it('loses no command that arrives meanwhile, and does none twice', async () => {
    const file = await open();
    const texts = Array.from({ length: 20 }, (_one, i) => `note ${i}`);
    await Promise.all(texts.map((text) => file.act(window, 'note', { text })));
    const noted = file.eventsOf('noteAdded').map(({ data }) => data.text);
    expect(noted.sort()).toEqual([...texts].sort());
    expect(runs(file)).toBeGreaterThan(1);
  });

  it('answers a repeated command as the run before it did, and refuses its key for another body', async () => {
    const file = await open();
    const command = file.command(window, 'accept');
    const first = await file.send(command);
    await file.quiet();
    await file.act(window, 'note', { text: 'later' });
    const before = file.batches().length;
    expect(await file.send(command, 'asked-again')).toEqual(first);
    expect(file.batches()).toHaveLength(before);
    await expect(file.send({ ...command, bodyMac: 'other' }, 'other-body')).rejects.toMatchObject({
      cause: { type: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('waits with it while something outside is under way', async () => {
    const file = await open();
    await file.act(window, 'accept');
    await file.quiet();
    await file.letter({ letterNo: `QD-${file.start.caseNo}`, type: 'contactLetter' }, '2024-03-11');
    await file.act(window, 'sendInformationForm', form.information);
    await file.quiet();
    let pay: () => void = () => undefined;
    own.effects.settleAccount = () => new Promise((resolve) => (pay = () => resolve({ outcome: 'done', data: {} })));
    await file.act(finance, 'settleAccount', form.transfer);
    const { runId } = (await file.handle.describe()).raw.workflowExecutionInfo?.execution ?? {};
    await file.act(window, 'note', { text: 'meanwhile' });
    expect((await file.handle.describe()).raw.workflowExecutionInfo?.execution?.runId).toBe(runId);
    pay();
    expect(await file.quiet()).toMatchObject({ outcome: 'completed' });
    const payments = own.asked.filter(
      ({ name, effect }) => name === 'settleAccount' && effect.caseNo === file.start.caseNo,
    );
    expect(payments).toHaveLength(1);
  });
});
