import { Injectable } from '@nestjs/common';
import type { Actor, CaseClass, IsoDate } from '@due-process/contracts';
import { causeWords, classWords, waitWords, workingDaysBetween } from '@due-process/domain';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { writeCursor } from '../worklist/cursor';
import { Worklist } from '../worklist/worklist.service';
import { supervisedSql } from './supervised-query';
import type { SupervisedQuery } from './supervision.schemas';

interface Row {
  case_no: string;
  item_code: string;
  sort_on: IsoDate;
  class: CaseClass;
  cause: string;
  code: string | null;
  attempt: number | null;
  since: Date;
  detail: string | null;
  waits_at: string | null;
  waits_until: IsoDate | null;
}

interface PausedRow {
  case_no: string;
  cause: string;
  reason: string | null;
  opened_on: IsoDate;
  limit_on: IsoDate | null;
  days: number;
  over: boolean;
  name: string | null;
}

/** Lists behind the counters: which cases, in order of remaining time, each with its class and why. */
@Injectable()
export class SupervisedCases {
  constructor(
    private readonly database: Database,
    private readonly worklist: Worklist,
    private readonly shelf: CatalogShelf,
    private readonly calendars: CalendarShelf,
  ) {}

  async page(actor: Actor, query: SupervisedQuery) {
    const { lateBefore } = this.worklist.today(actor.agency);
    const { text, parameters } = supervisedSql(actor.agency, query, lateBefore);
    const rows = await this.database.query<Row>(text, parameters);
    const shown = rows.slice(0, query.limit);
    const lines = await this.worklist.linesOf(
      actor,
      shown.map((row) => row.case_no),
    );
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return {
      cases: shown.flatMap((row) => {
        const { case_no: caseNo, class: id, cause, since, detail, waits_until: until } = row;
        const line = lines.get(caseNo);
        const item = this.shelf.catalog.published(row.item_code);
        const words = waitWords(item, cause, row.waits_at, until) ?? causeWords(cause, row);
        const why = { class: id, classWords: classWords[id], cause, causeWords: words, until };
        return line ? [{ ...line, ...why, since, detail }] : [];
      }),
      next: last ? writeCursor({ sortOn: last.sort_on, caseNo: last.case_no }) : null,
    };
  }

  /** 暂停件, apart: why time stands still, for how long, and until when at most. */
  async paused(actor: Actor) {
    const rows = await this.database.query<PausedRow>(
      `select p.case_no, p.cause, p.reason, p.opened_on::text as opened_on, p.limit_on::text as limit_on,
              ((now() at time zone 'Asia/Shanghai')::date - p.opened_on)::int as days,
              coalesce(p.limit_on < (now() at time zone 'Asia/Shanghai')::date, false) as over,
              (select rule->>'name' from case_rules, jsonb_array_elements(rules->'pauses') rule
                where case_rules.hash = c.rules_hash and rule->>'cause' = p.cause limit 1) as name
         from case_file c join pause p on p.case_no = c.case_no and p.ended_on is null
        where c.agency = $1 and c.open and c.paused order by p.opened_on, p.case_no limit 500`,
      [actor.agency],
    );
    const lines = await this.worklist.linesOf(
      actor,
      rows.map((row) => row.case_no),
    );
    const calendar = await this.calendars.newest();
    const { today } = this.worklist.today(actor.agency);
    return {
      cases: rows.flatMap((row) => {
        const line = lines.get(row.case_no);
        const name = row.name ?? (row.cause === 'supplement' ? '补正材料' : row.cause);
        const pause = { cause: row.cause, name, reason: row.reason, openedOn: row.opened_on, limitOn: row.limit_on };
        const workingDays = workingDaysBetween(calendar, row.opened_on, today);
        return line ? [{ ...line, pause: { ...pause, days: row.days, workingDays, over: row.over } }] : [];
      }),
    };
  }
}
