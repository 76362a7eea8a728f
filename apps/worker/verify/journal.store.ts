import type { CaseEvent, ItemRules, WorkCalendar } from '@due-process/contracts';
import { eventHashOf } from '@due-process/entities';
import type { Pool, PoolClient } from 'pg';

/** A row of the journal as the verifier sees it; `sound` and `linked` are computed by the verifier's own text, in the database. */
export interface JournalEntry {
  caseNo: string;
  entry: number;
  seq: number | null;
  voided: boolean;
  sound: boolean;
  linked: boolean;
  digest: string | null;
  /** Only of a void marker. */
  strikes: number[] | null;
  event: CaseEvent;
}

export type Row = Record<string, unknown>;

/** The rows that people read, as JSON of their columns. */
export interface ReadRows {
  case: Row;
  tasks: Row[];
  clocks: Row[];
  pauses: Row[];
  letters: Row[];
  documents: Row[];
  rungs: Row[];
}

export interface JournalStore {
  /** The next case numbers of journal and case rows together. */
  page(after: string, limit: number): Promise<string[]>;
  /** Journal and rows of the same instant: cases go on while they are verified. */
  read(cases: string[]): Promise<{ entries: Map<string, JournalEntry[]>; rows: Map<string, ReadRows> }>;
  rules(hash: string): Promise<ItemRules | undefined>;
  calendar(version: string): Promise<WorkCalendar | undefined>;
}

const parts = {
  tasks: 'task',
  clocks: 'clock',
  pauses: 'pause',
  letters: 'letter',
  documents: 'document',
  rungs: 'rung',
};

export function createJournalStore(pool: Pool): JournalStore {
  const first = async <T>(sql: string, value: string): Promise<T | undefined> =>
    (await pool.query<{ found: T }>(sql, [value])).rows[0]?.found;
  const known = new Map<string, unknown>();
  const remembered = async <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    if (!known.has(key)) known.set(key, await ask());
    return known.get(key) as T;
  };
  return {
    async page(after, limit) {
      const { rows } = await pool.query<{ case_no: string }>(
        `select case_no from (
           (select case_no from case_file where case_no > $1 order by case_no limit $2)
           union
           (select case_no from case_event where entry = 1 and case_no > $1 order by case_no limit $2)
         ) known order by case_no limit $2`,
        [after, limit],
      );
      return rows.map((row) => row.case_no);
    },

    async read(cases) {
      const client = await pool.connect();
      try {
        await client.query('begin isolation level repeatable read read only');
        const read = { entries: await entriesOf(client, cases), rows: await rowsOf(client, cases) };
        await client.query('commit');
        client.release();
        return read;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },

    rules: (hash) =>
      remembered(`rules ${hash}`, () =>
        first<ItemRules>('select rules as found from case_rules where hash = $1', hash),
      ),
    calendar: (version) =>
      remembered(`calendar ${version}`, () =>
        first<WorkCalendar>('select calendar as found from calendar_version where version = $1', version),
      ),
  };
}

async function entriesOf(client: PoolClient, cases: string[]): Promise<Map<string, JournalEntry[]>> {
  const { rows } = await client.query<JournalEntry>(
    `select case_no as "caseNo", entry, seq, voided_at is not null as voided, digest,
           hash = ${eventHashOf('e')} as sound, prev_hash is not distinct from before as linked,
           case when type = 'batchVoided' and seq is null then
             (select array_agg((struck->>'entry')::integer) from jsonb_array_elements(data->'voided') struck) end as strikes,
           jsonb_strip_nulls(jsonb_build_object(
             'seq', seq, 'version', version, 'by', actor, 'occurredOn', to_char(occurred_on, 'YYYY-MM-DD'),
             'recordedAt', to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'type', type,
             'command', case when command_key is not null then
               jsonb_build_object('key', command_key, 'bodyMac', command_mac, 'action', command_action) end))
             || jsonb_build_object('data', data) as event
         from (
           select *, lag(hash) over (partition by case_no order by entry) as before from case_event where case_no = any ($1)
         ) e order by case_no, entry`,
    [cases],
  );
  const byCase = new Map<string, JournalEntry[]>();
  for (const row of rows) byCase.set(row.caseNo, [...(byCase.get(row.caseNo) ?? []), row]);
  return byCase;
}

async function rowsOf(client: PoolClient, cases: string[]): Promise<Map<string, ReadRows>> {
  const lists = Object.entries(parts).map(
    ([name, table]) =>
      `'${name}', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from ${table} t where t.case_no = c.case_no)`,
  );
  const { rows } = await client.query<{ case_no: string; rows: ReadRows }>(
    `select case_no, jsonb_build_object('case', to_jsonb(c), ${lists.join(', ')}) as rows
         from case_file c where case_no = any ($1)`,
    [cases],
  );
  return new Map(rows.map((row) => [row.case_no, row.rows]));
}
