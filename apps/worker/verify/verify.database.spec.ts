import { createRecordActivities } from '@due-process/activities';
import type { Batch, CaseState, ItemRules, RecordAnswer } from '@due-process/contracts';
import { digestOf, initialState, projectRows } from '@due-process/domain';
import { type FreshDatabase, freshDatabase } from '@due-process/entities';
import fc from 'fast-check';
import {
  calendar,
  caseStart,
  openCommand,
  parallelRules,
  PureRun,
  reviewRules,
  transferRules,
} from '../../../test/factories';
import { calendars, type Move, moves, openings, playMove } from '../../../test/factories/case-moves';
import { checkJournal } from './check-journal';
import { createJournalStore } from './journal.store';

jest.setTimeout(120_000);

let database: FreshDatabase;
let record: (batch: Batch) => Promise<RecordAnswer>;
let played = 0;
beforeAll(async () => {
  database = await freshDatabase();
  ({ record } = createRecordActivities(database));
  for (const [at, one] of calendars.entries()) {
    await all(
      `insert into calendar_version (version, ordinal, calendar, notices, state) values ($1, $2, $3, '[]', 'published')`,
      [one.version, at, one],
    );
  }
});
afterAll(() => database?.drop());
beforeEach(async () => {
  await behindItsBack(
    'truncate case_event, case_file, task, clock, pause, letter, document, rung, message, sms, case_rules',
  );
});

const all = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await database.pool.query(sql, values)).rows;
const behindItsBack = (sql: string): Promise<unknown> =>
  all(`alter table case_event disable trigger all; ${sql}; alter table case_event enable trigger all`);
const found = async (): Promise<string[]> => {
  const { differences } = await checkJournal(createJournalStore(database.pool));
  return differences.map(({ kind, detail }) => `${kind}: ${detail}`);
};

/** Plays a case and records every turn of it; before some of them another task has written and was lost. */
async function play(rules: ItemRules, opening: object, sequence: Move[], lost: boolean[] = []): Promise<PureRun> {
  const rulesHash = `rules of ${rules.code}`;
  await all('insert into case_rules (hash, item_code, edition, rules) values ($1, $2, $3, $4) on conflict do nothing', [
    rulesHash,
    rules.code,
    rules.edition,
    rules,
  ]);
  const run = new PureRun(caseStart(rules, { caseNo: `3706000012026030200${String(++played).padStart(5, '0')}` }));
  let now = '2026-03-02T01:00:00.000Z';
  let turns = 0;
  let recorded = initialState(run.start);
  const write = async (): Promise<void> => {
    const events = run.events.slice(recorded.seq);
    if (events.length === 0) return;
    turns++;
    const batch = batchOf(run, recorded, `turn-${turns}`, turns * 2);
    if (lost[turns]) {
      const early = { ...batch, batchId: `lost-${turns}`, writtenAt: minute(turns * 2 - 1), digest: 'lost' };
      await record(early);
    }
    let answer = await record(batch);
    if (answer.needsFull)
      answer = await record({ ...batch, full: true, rows: projectRows(undefined, run.state, events) });
    expect(answer).toMatchObject({ seq: run.state.seq, digest: digestOf(run.state) });
    recorded = run.state;
  };
  run.open(openCommand({ ...opening, rulesHash }), now);
  await write();
  for (const move of sequence) {
    now = playMove(run, move, now).now;
    await write();
  }
  return run;
}

const minute = (n: number): string => new Date(Date.UTC(2026, 2, 2, 1, n)).toISOString();
function batchOf(run: PureRun, before: CaseState, batchId: string, at: number): Batch {
  const events = run.events.slice(before.seq);
  return {
    caseNo: run.state.caseNo,
    fromSeq: before.seq + 1,
    batchId,
    writtenAt: minute(at),
    runId: 'run',
    digest: digestOf(run.state),
    events,
    rows: projectRows(before.seq === 0 ? undefined : before, run.state, events),
  };
}

describe('whatever befalls a case', () => {
  it.each([
    ['reviewed twice', reviewRules],
    ['transferred with letters', transferRules],
    ['with work side by side', parallelRules],
  ])(
    '%s, the rows that people read follow from its events, also when tasks were lost on the way',
    async (_name, rules) => {
      await fc.assert(
        fc.asyncProperty(
          openings,
          fc.array(moves, { minLength: 5, maxLength: 30 }),
          fc.array(fc.boolean(), { minLength: 31, maxLength: 31 }),
          async (opening, sequence, lost) => {
            await play(rules(), opening, sequence, lost);
            expect(await found()).toEqual([]);
            await behindItsBack(
              'truncate case_event, case_file, task, clock, pause, letter, document, rung, message, sms',
            );
          },
        ),
        { numRuns: 12, interruptAfterTimeLimit: 60_000, endOnFailure: true },
      );
    },
  );
});

describe('the verifier', () => {
  const start = async (): Promise<void> => {
    await play(reviewRules(), {}, []);
    await play(transferRules(), {}, []);
    expect(await checkJournal(createJournalStore(database.pool))).toEqual({ checked: 2, differences: [] });
  };
  const first = `case_no = (select min(case_no) from case_event)`;

  it.each([
    [
      'an event that was changed',
      `update case_event set data = data || '{"channel": "post"}' where entry = 1 and ${first}`,
      'chainBroken: entry 1 was changed',
    ],
    [
      'an event that was removed',
      `delete from case_event where entry = 2 and ${first}`,
      'chainBroken: entry 2 is missing',
    ],
    [
      'the last event that was removed',
      `delete from case_event where ${first} and entry = (select max(entry) from case_event where ${first})`,
      'projectionDiffers: case.seq',
    ],
    [
      'an event that was quietly voided',
      `update case_event set voided_at = now() where entry = 2 and ${first}`,
      'voidUnexplained: entry 2 is voided and no marker names it',
    ],
    [
      'a row that was changed',
      `update case_file set phase = 'concluded' where ${first}`,
      'projectionDiffers: case.phase',
    ],
    [
      'a task that was handed to another',
      `update task set assignee = 'x' where ${first}`,
      'projectionDiffers: tasks intake.assignee',
    ],
    ['a due date that was moved', `update clock set due_on = due_on + 1 where ${first}`, '.dueOn'],
    [
      'a task that nobody opened',
      `insert into task (case_no, key, done) select min(case_no), 'x', false from case_event`,
      'projectionDiffers: tasks x is there and follows from no event',
    ],
    ['a case row that is gone', `delete from case_file where ${first}`, 'rowMissing: there are events and no case row'],
    ['a journal that is gone', `delete from case_event where ${first}`, 'rowMissing: there is a case row and no event'],
    ['rules that are gone', `delete from case_rules`, 'sourceMissing: the rules it was opened under'],
  ])('finds %s', async (_what, sql, finding) => {
    await start();
    await behindItsBack(sql);
    expect((await found()).join('\n')).toContain(finding);
  });

  it('finds a chain that was forged whole, by what the events then say', async () => {
    await start();
    await behindItsBack(`update case_event set data = data || '{"channel": "post"}' where entry = 1 and ${first}`);
    await behindItsBack(
      `do $$ declare e case_event; before bytea; begin
         for e in select * from case_event where ${first} order by entry loop
           e.prev_hash := before; before := event_hash(e);
           update case_event set prev_hash = e.prev_hash, hash = before where case_no = e.case_no and entry = e.entry;
         end loop; end $$`,
    );
    expect(await found()).toEqual(['projectionDiffers: case.channel', expect.stringContaining('digestDiffers')]);
  });

  it('accepts a gap that a restoring event bridges, and no other', async () => {
    const run = await play(reviewRules(), {}, []);
    const { seq } = run.state;
    const restored = (from: number): Batch => {
      const state = { ...run.state, seq: seq + 9 };
      const batch = batchOf(run, run.state, 'restore', 500);
      return {
        ...batch,
        fromSeq: seq + 9,
        full: true,
        digest: digestOf(state),
        restores: { from, to: seq + 9 },
        events: [
          {
            type: 'caseRestored',
            data: { state: run.state, missing: { from, to: seq + 9 } },
            seq: seq + 9,
            version: run.state.version,
            by: 'system',
            occurredOn: '2026-03-02',
            recordedAt: minute(500),
          },
        ],
        rows: projectRows(undefined, state, []),
      };
    };
    expect(await record(restored(seq + 1))).toMatchObject({ seq: seq + 9 });
    expect(await found()).toEqual([]);
    await behindItsBack(`delete from case_event where seq = ${seq}`);
    expect((await found()).join('\n')).toContain(`sequenceGap: number ${seq} expected, ${seq + 9} found`);
  });

  it('goes through many cases page by page', async () => {
    const run = await play(reviewRules(), {}, []);
    const template = batchOf(run, initialState(run.start), 'turn-1', 1);
    const cases = Array.from({ length: 450 }, (_, at) => `C${String(at).padStart(4, '0')}`);
    await Promise.all(cases.map((caseNo) => record({ ...template, caseNo })));
    await all(`delete from case_file where case_no = 'C0449'`);
    const { checked, differences } = await checkJournal(createJournalStore(database.pool));
    expect(checked).toBe(451);
    expect(differences.filter(({ kind }) => kind === 'rowMissing').map(({ caseNo }) => caseNo)).toEqual(['C0449']);
    expect(calendar.version).toBe(template.rows.case.calendarVersion);
  });
});
