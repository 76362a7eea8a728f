import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@due-process/contracts';
import { Database } from '../platform/database/database';
import type { RunningClock } from './calendar-changes';

interface Page {
  clocks: RunningClock[];
  /** Last case of the page; absent when there are no more. */
  last: string | undefined;
}

export interface ClockFilter {
  /** Earliest changed day: a due date before it stays. */
  from: IsoDate;
  /** Latest changed day: a clock that starts on or after it does not meet any. */
  to: IsoDate;
  agency?: string;
}

const selectPage = `
  WITH page AS (
    SELECT case_no, item_code, agency FROM case_file
    WHERE open AND horizon_on >= $1::date AND case_no > $3 AND ($5::text IS NULL OR agency = $5)
    ORDER BY case_no LIMIT $4
  ), chosen AS (
    SELECT p.case_no, p.item_code, p.agency, c.id, c.name, c.started_on::text, c.quantity, c.extended_by, c.unit, c.due_on::text,
      (SELECT coalesce(json_agg(json_build_object('from', s.opened_on::text, 'to', s.ended_on::text)), '[]')
       FROM pause s WHERE s.case_no = c.case_no AND c.id = ANY (s.clocks)) AS pauses
    FROM page p JOIN clock c ON c.case_no = p.case_no
    WHERE c.state IN ('running', 'paused', 'overrun') AND c.ended_on IS NULL
      AND c.due_on >= $1::date AND c.started_on < $2::date
  )
  SELECT (SELECT max(case_no) FROM page) AS last, (SELECT count(*)::int FROM page) AS size,
    (SELECT coalesce(json_agg(chosen ORDER BY case_no, id), '[]') FROM chosen) AS clocks`;

interface ClockJson {
  case_no: string;
  item_code: string;
  agency: string;
  id: string;
  name: string;
  started_on: string;
  quantity: number;
  extended_by: number | null;
  unit: RunningClock['unit'];
  due_on: string;
  pauses: { from: string; to: string | null }[];
}

const clockOf = (row: ClockJson): RunningClock => ({
  caseNo: row.case_no,
  itemCode: row.item_code,
  agency: row.agency,
  id: row.id,
  name: row.name,
  startedOn: row.started_on,
  quantity: row.quantity,
  extendedBy: row.extended_by ?? 0,
  unit: row.unit,
  dueOn: row.due_on,
  pauses: row.pauses.map(({ from, to }) => (to ? { from, to } : { from })),
});

/** Clocks of open cases that changed days can reach, in pages by case number. */
@Injectable()
export class RunningClocks {
  constructor(private readonly database: Database) {}

  async page({ from, to, agency }: ClockFilter, after: string, limit: number): Promise<Page> {
    const [row] = await this.database.query<{ last: string | null; size: number; clocks: ClockJson[] }>(selectPage, [
      from,
      to,
      after,
      limit,
      agency ?? null,
    ]);
    const more = row !== undefined && row.size === limit;
    return { clocks: (row?.clocks ?? []).map(clockOf), last: more ? (row.last ?? undefined) : undefined };
  }
}
