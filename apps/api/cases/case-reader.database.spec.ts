import type { CaseEvent, CaseState, OpenCommand } from '@due-process/contracts';
import { caseNumber, digestOf, evolve, openCase, projectRows } from '@due-process/domain';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { startApi, type RunningApi } from '../test/start-api';
import { CaseReader } from './case-reader';
import { RulesStore } from './rules.store';

jest.setTimeout(120_000);

const caseNo = caseNumber({ region: '370600', agency: '001', on: '2026-03-02', serial: 1 });
const at = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString();

/** With Postgres and without the engine: the journal is written as the worker writes it. */
describe('reading a case again', () => {
  let api: RunningApi;
  let reader: CaseReader;
  let opened: CaseState;
  const get = <T>(type: abstract new (...given: never[]) => T): T => api.app.get(type, { strict: false });

  beforeAll(async () => {
    api = await startApi({ TEMPORAL_ADDRESS: '127.0.0.1:1', SANDBOX_URL: 'http://127.0.0.1:1' });
    reader = get(CaseReader);
    const rulesHash = await get(Database).transaction((manager) => get(RulesStore).pin(manager, 'YT-2.2'));
    const rules = get(CatalogShelf).catalog.rules('YT-2.2')?.rules;
    if (!rules) throw new Error('YT-2.2 is not in the catalogue');
    const command = {
      actor: { id: 'yt-window', roles: ['window'], units: ['yantai-shizhi'], agency: '370600' },
      key: 'k1',
      bodyMac: 'm1',
      officeId: 'yantai-shizhi',
      channel: 'window',
      applicant: { personId: 'p1', kind: 'employee', masked: '王*', subject: '0' },
      form: {},
      materials: [],
      facts: [],
      receivedOn: '2026-03-02',
      rulesHash,
      acceptNow: false,
    } satisfies OpenCommand;
    const change = openCase({ caseNo, rules, calendar: await get(CalendarShelf).newest() }, command, at(0));
    opened = change.state;
    await record(change.events, opened, 0);
  });
  afterAll(() => api.close());

  async function record(events: CaseEvent[], state: CaseState, minute: number): Promise<void> {
    const batch = {
      caseNo,
      fromSeq: events[0]?.seq,
      batchId: `b${minute}`,
      writtenAt: at(minute),
      runId: 'run-1',
      digest: digestOf(state),
      events,
      rows: projectRows(undefined, state, events),
      full: true,
    };
    await api.database.pool.query('select record_batch($1)', [JSON.stringify(batch)]);
  }

  async function note(after: CaseState, text: string, minute: number): Promise<CaseState> {
    const { seq, version } = after;
    const head = {
      seq: seq + 1,
      version: version + 1,
      by: 'yt-window',
      occurredOn: '2026-03-02',
      recordedAt: at(minute),
    };
    const event: CaseEvent = { ...head, type: 'noteAdded', data: { text } };
    const state = evolve(after, event);
    await record([event], state, minute);
    return state;
  }

  const read = async () => {
    const found = await reader.find(caseNo);
    if (!found) throw new Error('the case is not there');
    return found;
  };
  const notes = async (): Promise<string[]> =>
    (await read()).events.flatMap((event) => (event.type === 'noteAdded' ? [event.data.text] : []));
  /** One that has read nothing before. */
  const fresh = () => new CaseReader(get(Database), get(CalendarShelf), get(RulesStore)).find(caseNo);

  it('shows what was written since, and nothing twice', async () => {
    expect(await read()).toEqual(await fresh());
    const after = await note(opened, 'first', 1);
    expect(await notes()).toEqual(['first']);
    await note(after, 'second', 2);
    expect(await notes()).toEqual(['first', 'second']);
    expect(await read()).toEqual(await fresh());
  });

  it('forgets what a younger task has replaced, however far it had been read', async () => {
    const { seq } = opened;
    expect((await read()).state.seq).toBe(seq + 2);
    const third = await note((await read()).state, 'abandoned', 3);
    expect(await notes()).toEqual(['first', 'second', 'abandoned']);
    const before = await reader.upTo(await read(), third.seq - 1);
    await note(before.state, 'written instead', 4);
    expect(await notes()).toEqual(['first', 'second', 'written instead']);
    expect(await read()).toEqual(await fresh());
  });

  it('does not change what was read before', async () => {
    const before = await read();
    const copy = structuredClone(before);
    await note(before.state, 'later', 5);
    await read();
    expect(before).toEqual(copy);
  });
});
