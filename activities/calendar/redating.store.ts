import type { IsoDate, WorkCalendar } from '@due-process/contracts';
import { ApplicationFailure } from '@temporalio/common';
import type { Pool } from 'pg';
import { firstDifference } from './affected';

export interface AffectedCase {
  case_no: string;
  received_on: IsoDate;
  horizon_on: IsoDate;
}

/** From which horizon on a case that still counts by `version` can change. */
export interface Touched {
  version: string;
  from: IsoDate;
}

export interface PageOutcome {
  told: string[];
  failed: { caseNo: string; code: string }[];
  /** Set when the page is complete. */
  cursor?: string;
}

/** Progress of a re-dating, and the cases that it still has to reach. Written by these activities alone. */
export interface RedatingStore {
  begin(proposal: string): Promise<WorkCalendar>;
  touched(calendar: WorkCalendar): Promise<Touched[]>;
  page(touched: Touched[], after: string, limit: number): Promise<AffectedCase[]>;
  remaining(touched: Touched[]): Promise<number>;
  isOpen(caseNo: string): Promise<boolean>;
  note(proposal: string, outcome: PageOutcome): Promise<void>;
  /** How many cases there are to tell, counted before the first is. */
  expect(proposal: string, touched: Touched[]): Promise<void>;
  finish(proposal: string): Promise<void>;
}

export function createRedatingStore(pool: Pool): RedatingStore {
  const remaining = async (touched: Touched[]): Promise<number> => {
    const { rows } = await pool.query<{ remaining: string }>(
      `select count(*) as remaining
       from unnest($1::text[], $2::date[]) as touched (version, from_date)
       join case_file on open and calendar_version = touched.version and horizon_on >= touched.from_date`,
      [touched.map(({ version }) => version), touched.map(({ from }) => from)],
    );
    return Number(rows[0]?.remaining ?? 0);
  };
  return {
    async begin(proposal) {
      const { rows } = await pool.query<{ calendar: WorkCalendar }>(
        `with chosen as (
           select version, calendar from calendar_version
           where version = coalesce((select version from redating where proposal = $1), $1)
         ), started as (
           insert into redating (proposal, version, state) select $1, version, 'running' from chosen
           on conflict (proposal) do update set state = 'running', updated_at = now() where redating.state <> 'finished'
         )
         select calendar from chosen`,
        [proposal],
      );
      const [row] = rows;
      if (!row) throw ApplicationFailure.nonRetryable('no such proposal', 'CALENDAR_UNKNOWN');
      return row.calendar;
    },

    async touched(calendar) {
      const { rows } = await pool.query<{ version: string; calendar: WorkCalendar | null }>(
        `select distinct_version.version, known.calendar
         from (select distinct calendar_version as version from case_file where open) distinct_version
         left join calendar_version known using (version)
         where coalesce(known.ordinal, -1) < (select ordinal from calendar_version where version = $1)`,
        [calendar.version],
      );
      return rows.flatMap(({ version, calendar: before }) => {
        const from = before === null ? '0001-01-01' : firstDifference(before, calendar);
        return from === undefined ? [] : [{ version, from }];
      });
    },

    async page(touched, after, limit) {
      const { rows } = await pool.query<AffectedCase>(
        `select page.case_no, page.received_on::text, page.horizon_on::text
         from unnest($1::text[], $2::date[]) as touched (version, from_date)
         cross join lateral (
           select case_no, received_on, horizon_on from case_file
           where open and calendar_version = touched.version and case_no > $3 and horizon_on >= touched.from_date
           order by case_no limit $4
         ) page
         order by page.case_no limit $4`,
        [touched.map(({ version }) => version), touched.map(({ from }) => from), after, limit],
      );
      return rows;
    },

    remaining,

    async isOpen(caseNo) {
      const { rows } = await pool.query<{ open: boolean }>('select open from case_file where case_no = $1', [caseNo]);
      return rows[0]?.open ?? false;
    },

    async note(proposal, { told, failed, cursor }) {
      await pool.query(
        `with recovered as (
           update redating_failure set resolved_at = now()
           where proposal = $1 and case_no = any($2::text[]) and resolved_at is null
         ), broken as (
           insert into redating_failure (proposal, case_no, last_error)
           select $1, case_no, code from unnest($3::text[], $4::text[]) as given (case_no, code)
           on conflict (proposal, case_no) do update
           set attempts = redating_failure.attempts + 1, last_error = excluded.last_error, last_at = now(), resolved_at = null
         )
         update redating
         set told = told + $5, failed = $6 + (
               select count(*) from redating_failure
               where proposal = $1 and resolved_at is null and case_no <> all($2::text[]) and case_no <> all($3::text[])
             ), cursor = coalesce($7, cursor), updated_at = now()
         where proposal = $1`,
        [
          proposal,
          told,
          failed.map(({ caseNo }) => caseNo),
          failed.map(({ code }) => code),
          told.length,
          failed.length,
          cursor ?? null,
        ],
      );
    },

    async expect(proposal, touched) {
      const [first] = touched.map(({ from }) => from).sort();
      await pool.query(
        `update redating set expected = greatest(expected, $2), affected_from = coalesce(affected_from, $3::date)
         where proposal = $1 and told = 0`,
        [proposal, await remaining(touched), first ?? null],
      );
    },

    async finish(proposal) {
      await pool.query(
        `with settled as (
           update redating_failure set resolved_at = now() where proposal = $1 and resolved_at is null
         )
         update redating set state = 'finished', failed = 0, finished_at = coalesce(finished_at, now()), updated_at = now()
         where proposal = $1`,
        [proposal],
      );
    },
  };
}
