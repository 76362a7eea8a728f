import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { form } from './testing/inputs';
import { applicationOf, peopleOf, startOf } from './testing/people';
import { openPlay, playStep, productPlays, storyTold, testPlays, type Play } from './testing/plays';
import { testRules } from './testing/test-rules';

/** 退回, 撤回, and rebuilding a lost run from the journal: the results by key are all that a story needs to come to where it was. */
let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start();
});
afterAll(() => bench?.stop());

const { window, review, finance } = peopleOf('370600');
const other = { ...review, id: 'review2' };

async function branched(): Promise<CaseOnBench> {
  const start = startOf('TEST', { rules: testRules('sideBySide') });
  const file = await bench.open(start, applicationOf(start));
  await file.act(window, 'accept');
  await file.act(review, 'finish-first');
  return file;
}
const open = (file: CaseOnBench): string[] => Object.keys(file.told().tasks).sort();

describe('sending back', () => {
  it('drops what was done since, stops the branches side by side, and asks for all of it again', async () => {
    const file = await branched();
    await file.act(review, 'finish-upper');
    await file.act(review, 'finish-right');
    expect(open(file)).toEqual(['left', 'lower']);
    const before = file.batches().length;
    await file.act(review, 'back-from-left', { reason: '测试' });
    expect(file.batches()).toHaveLength(before + 1);
    expect(open(file)).toEqual(['first']);
    expect(Object.keys(file.told().steps)).toEqual(['intake']);
    expect(file.eventsOf('sentBack')[0]?.data).toMatchObject({ to: 'first', withdrawn: false });
    await file.act(review, 'finish-first');
    expect(open(file)).toEqual(['left', 'right', 'upper']);
    for (const action of ['finish-left', 'finish-right', 'finish-upper', 'finish-lower', 'finish-last'])
      await file.act(review, action);
    expect(await file.handle.result()).toMatchObject({ outcome: 'completed' });
  });

  it('is refused once a letter has gone out', async () => {
    const start = startOf('YT-2.2');
    const file = await bench.open(start, applicationOf(start));
    await file.act(window, 'accept');
    await file.letter({ letterNo: `QD-${start.caseNo}`, type: 'contactLetter' }, '2024-03-11');
    await file.act(window, 'sendInformationForm', form.information);
    const before = await file.quiet();
    await expect(file.act(window, 'withdraw')).rejects.toMatchObject({ cause: { type: 'ACTION_NOT_ALLOWED' } });
    expect(file.told()).toEqual(before);
  });
});

describe('withdrawing', () => {
  it('takes back the own last step alone, in one record, and leaves the other branches what they have', async () => {
    const file = await branched();
    await file.act(review, 'finish-left');
    await expect(file.act(other, 'withdraw')).rejects.toMatchObject({ cause: { type: 'STEP_NOT_YOURS_TO_WITHDRAW' } });
    const before = file.batches().length;
    await file.act(review, 'withdraw');
    expect(file.batches()).toHaveLength(before + 1);
    expect(open(file)).toEqual(['left', 'right', 'upper']);
    expect(file.eventsOf('sentBack')[0]?.data).toEqual({ to: 'left', dropped: ['left'], withdrawn: true });
    expect(Object.keys(file.told().steps)).toEqual(['intake', 'first']);
  });
});

/** Loses the run and starts it again from what the journal tells. */
async function rebuilt(file: CaseOnBench): Promise<CaseOnBench> {
  await file.handle.terminate('lost');
  return bench.rebuild({ ...file.start, state: file.told() });
}

describe('a run lost and rebuilt from the journal after every step', () => {
  const plays: Play[] = [...productPlays.filter(({ steps }) => steps.length > 2), ...testPlays];
  it.each(plays)('comes to the same end: $name', async (play) => {
    const long = await openPlay(bench, play);
    let lost = await openPlay(bench, play);
    for (const step of play.steps) {
      await playStep(bench, step, long);
      lost = await rebuilt(lost);
      await playStep(bench, step, lost);
    }
    expect(storyTold(lost)).toEqual(storyTold(long));
    expect(await lost.handle.result()).toMatchObject({ outcome: long.told().outcome });
  });

  it('asks again, under the same key, for what was under way outside', async () => {
    const start = startOf('YT-2.2');
    const file = await bench.open(start, applicationOf(start));
    await file.act(window, 'accept');
    await file.letter({ letterNo: `QD-${start.caseNo}`, type: 'contactLetter' }, '2024-03-11');
    await file.act(window, 'sendInformationForm', form.information);
    await file.quiet();
    let letGo: () => void = () => undefined;
    bench.effects.settleAccount = () => new Promise((_resolve, reject) => (letGo = () => reject(new Error('lost'))));
    await file.act(finance, 'settleAccount', form.transfer);
    bench.effects.settleAccount = async () => ({ outcome: 'done', data: {} });
    const again = await rebuilt(file);
    expect(await again.quiet()).toMatchObject({ outcome: 'completed' });
    letGo();
    const keys = bench.asked
      .filter(({ name, effect }) => name === 'settleAccount' && effect.caseNo === start.caseNo)
      .map(({ effect }) => effect.key);
    expect(new Set(keys)).toEqual(new Set([`${start.caseNo}:effect:settleAccount`]));
    expect(keys.length).toBeGreaterThanOrEqual(1);
  });
});
