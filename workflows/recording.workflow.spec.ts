import type { ActCommand, Actor, Batch, CaseState } from '@due-process/contracts';
import { digestOf, publishedActions } from '@due-process/domain';
import fc from 'fast-check';
import { CaseBench } from './testing/case-bench';
import type { CaseOnBench } from './testing/case-on-bench';
import { form } from './testing/inputs';
import { applicationOf, calendar, peopleOf, startOf } from './testing/people';
import { testRules } from './testing/test-rules';

/** Recording and flushing (design §4): one command or wake is one batch, and the reply follows it. */
let bench: CaseBench;
beforeAll(async () => {
  bench = await CaseBench.start();
});
afterAll(() => bench?.stop());
afterEach(() => {
  bench.journal.before = undefined;
  bench.journal.after = undefined;
});

const { window, review, head } = peopleOf('370600');
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function sideBySide(): Promise<CaseOnBench> {
  const start = startOf('TEST', { rules: testRules('sideBySide') });
  return bench.open(start, applicationOf(start));
}

/** What stands in the journal is one unbroken line whose fold is the state that its digest names. */
function isWhole(file: CaseOnBench): void {
  const events = file.events();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, i) => i + 1));
  const state = file.told();
  expect(digestOf(state)).toBe(file.batches().at(-1)?.digest);
  expect(file.batches().at(-1)?.rows.case).toMatchObject({ seq: state.seq, version: state.version });
}

/** Workflow tasks in which something was written. */
async function tasksThatRecorded(file: CaseOnBench): Promise<number> {
  const kinds = (await file.history()).map((event) =>
    event.workflowTaskCompletedEventAttributes ? 'task' : event.markerRecordedEventAttributes ? 'record' : '',
  );
  const order = kinds.filter((kind) => kind !== '');
  return order.filter((kind, at) => kind === 'record' && order[at - 1] === 'task').length;
}

const causes = (file: CaseOnBench): string[] => file.batches().map(({ batchId }) => batchId.replace(/@.*/, ''));

describe('one command', () => {
  it('is one record, whatever it sets going', async () => {
    const file = await sideBySide();
    expect(causes(file)).toEqual([`open:open-${file.start.caseNo}`]);
    const commands: ActCommand[] = [];
    for (const [actor, action] of [
      [window, 'accept'],
      [review, 'finish-first'],
      [review, 'finish-upper'],
      [review, 'finish-right'],
      [review, 'finish-left'],
      [review, 'finish-lower'],
      [review, 'finish-last'],
    ] as const) {
      commands.push(file.command(actor, action));
      await file.send(commands.at(-1) as ActCommand);
    }
    expect(causes(file).slice(1)).toEqual(commands.map(({ key }) => `act:${key}`));
    // The last review opens three tasks in one breath, and the last of the branches goes on to the task behind them.
    expect(file.batches()[2]?.events.filter(({ type }) => type === 'taskOpened')).toHaveLength(3);
    expect(file.batches()[6]?.events.filter(({ type }) => type === 'taskOpened')).toHaveLength(1);
    expect(await file.handle.result()).toMatchObject({ outcome: 'completed' });
    isWhole(file);
  });

  it('stays one record over random orders of commands, and its reply names its own last event', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1000), { minLength: 6, maxLength: 14 }), async (choices) => {
        const file = await sideBySide();
        for (const choice of choices) {
          const offered = offers(file.told(), [window, review, head]);
          const next = offered[choice % offered.length];
          if (!next) break;
          const before = file.batches().length;
          const answer = await file.act(
            next.actor,
            next.action,
            { reason: '随机', form: {} as never },
            { taskKey: next.taskKey },
          );
          expect(file.batches().length).toBe(before + 1);
          const batch = file.batches().at(-1) as Batch;
          expect(answer).toEqual({ caseNo: file.start.caseNo, version: file.told().version, seq: file.told().seq });
          expect(new Set(batch.events.map(({ command }) => command?.key)).size).toBe(1);
          isWhole(file);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('that comes in the same instant as others is its own record under its own name', async () => {
    const file = await sideBySide();
    await file.act(window, 'accept');
    await file.act(review, 'finish-first');
    const { version } = file.told();
    const before = file.batches().length;
    const notes = Array.from({ length: 8 }, (_one, i) =>
      file.command(
        review,
        'note',
        { text: String(i) },
        { expectedVersion: version, key: `note-${i}-${file.start.caseNo}` },
      ),
    );
    const left = file.command(review, 'finish-left', {}, { expectedVersion: version });
    const answers = await Promise.allSettled([...notes, left].map((command) => file.send(command)));
    const accepted = [...notes, left].filter((_command, i) => answers[i]?.status === 'fulfilled');
    const written = file.batches().slice(before);
    expect(written.map(({ batchId }) => batchId.replace(/@.*/, '')).sort()).toEqual(
      accepted.map(({ key }) => `act:${key}`).sort(),
    );
    for (const { events } of written) expect(new Set(events.map(({ command }) => command?.key)).size).toBe(1);
    // What one task writes carries one instant: the journal tells by it whether rows that stand in the way were ever answered.
    const instants = new Set(file.batches().map(({ writtenAt }) => writtenAt));
    expect(instants.size).toBe(await tasksThatRecorded(file));
    isWhole(file);
  });
});

/** Whatever the list offers as allowed to somebody, without what needs more than a press of the button or ends the play at once. */
function offers(state: CaseState, people: Actor[]) {
  const hard = ['handOver', 'delegate', 'addCosigner', 'requestSupplement', 'terminate', 'cancelApplication', 'refuse'];
  return people.flatMap((actor) =>
    publishedActions(state, actor, { now: new Date().toISOString() })
      .filter(({ allowed, action }) => allowed && !hard.includes(action) && action !== 'pauseClock')
      .map(({ action, taskKey }) => ({ actor, action, taskKey })),
  );
}

describe('the reply', () => {
  it('waits while the journal hangs, and nothing is doubled when it comes back', async () => {
    const file = await sideBySide();
    let release: () => void = () => undefined;
    const hangs = new Promise<void>((resolve) => (release = resolve));
    bench.journal.before = () => hangs;
    let replied = false;
    const reply = file.act(window, 'accept').then(() => (replied = true));
    await wait(1_000);
    expect(replied).toBe(false);
    expect(file.types()).not.toContain('accepted');
    release();
    await reply;
    expect(file.types().filter((type) => type === 'accepted')).toHaveLength(1);
    isWhole(file);
  });

  it('comes after all when writing fails for long, to each command that has waited', async () => {
    const file = await sideBySide();
    let failures = 0;
    bench.journal.before = () => {
      if (failures++ < 7) throw new Error('the database is away');
    };
    const note = (text: string): ActCommand => file.command(window, 'note', { text });
    const later = wait(500).then(() => file.send(note('second')));
    const answers = await Promise.all([file.send(note('first')), later]);
    expect(failures).toBeGreaterThan(7);
    expect(file.eventsOf('noteAdded').map(({ data }) => data.text)).toEqual(['first', 'second']);
    expect(answers.map(({ seq }) => seq)).toEqual(file.eventsOf('noteAdded').map(({ seq }) => seq));
    isWhole(file);
  }, 60_000);

  it('is the same when the answer of the journal was lost after the writing', async () => {
    const file = await sideBySide();
    let lost = 2;
    bench.journal.after = () => {
      if (lost-- > 0) throw new Error('the connection broke');
    };
    const answer = await file.act(window, 'accept');
    expect(answer.seq).toBe(file.told().seq);
    expect(file.batches()).toHaveLength(2);
    isWhole(file);
  });
});

describe('the journal', () => {
  it('has rows of a task that never completed replaced as a whole', async () => {
    const file = await sideBySide();
    // Another batch at the place that the next one will take, as a worker that died after its commit leaves behind.
    const last = file.batches().at(-1) as Batch;
    const seq = file.told().seq + 1;
    const orphan = {
      ...last.events.at(-1),
      seq,
      type: 'noteAdded',
      data: { text: 'orphan' },
    } as Batch['events'][number];
    await bench.journal.record({ ...last, batchId: 'orphan', fromSeq: seq, digest: 'other', events: [orphan] });
    expect(file.told().seq).toBe(seq);
    const calls = bench.journal.calls;
    await file.act(window, 'accept', {}, { expectedVersion: file.told().version });
    expect(bench.journal.calls - calls).toBe(2);
    expect(file.batches().at(-1)).toMatchObject({ full: true });
    expect(file.events().some((event) => event.type === 'noteAdded')).toBe(false);
    expect(
      file
        .batches()
        .at(-1)
        ?.rows.tasks.map(({ key }) => key),
    ).toEqual(['first']);
    isWhole(file);
  });

  it('from an older backup is brought forward by one event that holds the whole state', async () => {
    const file = await sideBySide();
    await file.act(window, 'accept');
    await file.act(review, 'finish-first');
    const all = bench.journal.batches.get(file.start.caseNo) ?? [];
    bench.journal.batches.set(file.start.caseNo, all.slice(0, 1));
    const { version } = await file.state();
    const behind = file.told().seq;
    await file.act(review, 'finish-left', {}, { expectedVersion: version });
    const [, restoring] = file.batches();
    expect(restoring).toMatchObject({ full: true, restores: { from: behind + 1 } });
    expect(restoring?.events.map(({ type }) => type)).toEqual(['caseRestored']);
    expect(file.told()).toEqual(await file.state());
    await file.act(review, 'finish-right');
    for (const action of ['finish-upper', 'finish-lower', 'finish-last']) await file.act(review, action);
    expect(await file.handle.result()).toMatchObject({ outcome: 'completed' });
    expect(digestOf(file.told())).toBe(file.batches().at(-1)?.digest);
  });

  it('that speaks of a newer calendar makes the case re-date itself', async () => {
    const start = startOf('YT-2.2');
    const file = await bench.open(start, applicationOf(start, { receivedOn: '2024-03-04' }));
    // A day off on 11 March 2024 that no notice ordered: the counterpart's 15 working days end a day later.
    const year = calendar.years['2024'];
    if (!year) throw new Error('no 2024');
    const changed = { ...year, rest: [...year.rest, '03-11'] };
    bench.journal.newestCalendar = {
      ...calendar,
      version: 'next',
      years: { ...calendar.years, '2024': changed },
    };
    try {
      await file.actOn('2024-03-04', window, 'accept');
      await file.letter({ letterNo: `QD-${start.caseNo}`, type: 'contactLetter' }, '2024-03-08');
      for (const until = Date.now() + 10_000; file.told().calendar.version !== 'next' && Date.now() < until;)
        await wait(50);
      expect(file.told().calendar.version).toBe('next');
      expect(file.told().clocks.informationForm).toMatchObject({ startedOn: '2024-03-08', dueOn: '2024-03-25' });
      await file.actOn('2024-03-12', window, 'sendInformationForm', form.information);
      expect(file.told().clocks.informationForm).toMatchObject({ state: 'met', used: 1 });
    } finally {
      bench.journal.newestCalendar = undefined;
    }
  });
});
