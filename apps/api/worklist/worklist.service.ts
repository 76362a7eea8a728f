import { Injectable } from '@nestjs/common';
import type { Actor, WorkCalendar } from '@due-process/contracts';
import { overrunAt, personName, phaseWords, shanghaiDate } from '@due-process/domain';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { Directory } from '../cases/directory';
import { isIdentityCard } from '../cases/number-checks';
import { PersonStore } from '../cases/person.store';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { writeCursor } from './cursor';
import { lateSql, owedSql, worklistWhere, type Search, type Today } from './worklist-query';
import { lightOf, wordsOf, type Row } from './row-words';
import type { WorklistQuery } from './worklist.schemas';

const dateColumns = [
  'received_on',
  'accepted_on',
  'concluded_on',
  'promised_due_on',
  'statutory_due_on',
  'due_on',
  'step_due_on',
  'yellow_on',
  'sort_on',
];

/** The page first, from the index; unit of counting and next rung then only for its rows. */
const pageSql = (where: string, limit: string): string => `
  with page as (
    select * from case_file where ${where} order by sort_on, case_no limit ${limit}
  )
  select case_no, item_code, applicant_masked, phase, stage_name, assignee, unit, paused, open, version,
         ${dateColumns.map((name) => `page.${name}::text as ${name}`).join(', ')},
         (select clock.unit from clock where clock.case_no = page.case_no and clock.due_on = coalesce(page.due_on, page.step_due_on)
             and clock.state in ('running', 'paused') order by clock.kind = 'promised' desc limit 1) as count_unit,
         (select clock.unit from clock where clock.case_no = page.case_no and clock.due_on = page.step_due_on
             and clock.kind = 'step' and clock.state in ('running', 'paused') limit 1) as step_unit,
         (select json_build_object('rung', rung.rung, 'on', rung.falls_on, 'at', rung.at) from rung
           where rung.case_no = page.case_no and rung.state = 'pending' order by rung.at limit 1) as rung
    from page order by page.sort_on, page.case_no`;

/** The worklist: SQL on the projections only, never the engine. */
@Injectable()
export class Worklist {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarShelf,
    private readonly directory: Directory,
    private readonly persons: PersonStore,
    private readonly shelf: CatalogShelf,
  ) {}

  async page(actor: Actor, query: WorklistQuery) {
    const day = this.today(actor.agency);
    const { where, parameters } = worklistWhere(actor, query, day, this.search(query.q));
    const limit = `$${parameters.push(query.limit + 1)}`;
    const rows = await this.database.query<Row>(pageSql(where, limit), parameters);
    const shown = rows.slice(0, query.limit);
    const nameOf = await this.directory.displayNames(shown.flatMap((row) => row.assignee ?? []));
    const calendar = await this.calendars.newest();
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return {
      cases: shown.map((row) => this.line(row, actor.agency, day, calendar, nameOf)),
      next: last ? writeCursor({ sortOn: last.sort_on, caseNo: last.case_no }) : null,
    };
  }

  /** The same lines for cases that another list has chosen, by case number. */
  async linesOf(actor: Actor, caseNos: readonly string[]) {
    const day = this.today(actor.agency);
    const where = 'agency = $1 and case_no = any($2)';
    const rows = await this.database.query<Row>(pageSql(where, '$3'), [actor.agency, caseNos, caseNos.length]);
    const nameOf = await this.directory.displayNames(rows.flatMap((row) => row.assignee ?? []));
    const calendar = await this.calendars.newest();
    return new Map(rows.map((row) => [row.case_no, this.line(row, actor.agency, day, calendar, nameOf)]));
  }

  /** Numbers on the tabs, in one pass over the open cases of the agency. */
  async counts(actor: Actor): Promise<Record<string, number>> {
    const [row] = await this.database.query<Record<string, string>>(
      `select count(*) filter (where tab = 'intake') as "awaitingIntake",
              count(*) filter (where tab = 'acceptance') as "toAccept",
              count(*) filter (where tab = 'supplement') as "awaitingSupplement",
              count(*) filter (where tab = 'paused') as paused,
              count(*) filter (where tab = 'conclusion') as "toConclude",
              count(*) filter (where assignee = $2) as mine,
              count(*) as "all",
              count(*) filter (where ${lateSql('$3')}) as overdue,
              count(*) filter (where assignee is null and unit is not null and waiting_for is distinct from 'until') as unclaimed,
              (select count(*) from case_file where agency = $1 and ${owedSql}) as owed
         from case_file where agency = $1 and open`,
      [actor.agency, actor.id, this.today(actor.agency).lateBefore],
    );
    return Object.fromEntries(Object.entries(row ?? {}).map(([name, count]) => [name, Number(count)]));
  }

  private search(q: string | undefined): Search | undefined {
    const text = q?.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    if (!text) return undefined;
    if (isIdentityCard(text)) return { idNumberIndex: this.persons.indexOfIdNumber(text) };
    if (/^\d{1,23}$/.test(text)) return { prefix: text };
    return { nameIndex: this.persons.indexOfName(personName(q ?? '') ?? text) };
  }

  today(agency: string): Today & { now: string; closesAt?: string } {
    const now = new Date().toISOString();
    const today = shanghaiDate(now);
    const closesAt = this.directory.closesAt(agency);
    const closed = now >= overrunAt(today, closesAt);
    const lateBefore = closed ? shanghaiDate(new Date(Date.parse(now) + 86_400_000).toISOString()) : today;
    return { now, today, lateBefore, ...(closesAt ? { closesAt } : {}) };
  }

  private line(
    row: Row,
    agency: string,
    day: ReturnType<Worklist['today']>,
    calendar: WorkCalendar,
    nameOf: (id: string) => string,
  ) {
    return {
      caseNo: row.case_no,
      light: lightOf(row, day),
      item: { code: row.item_code, name: this.shelf.catalog.published(row.item_code)?.name ?? row.item_code },
      applicant: row.applicant_masked,
      state: row.phase,
      stateWords: phaseWords[row.phase],
      stage: row.stage_name,
      unit: row.unit ? { id: row.unit, name: this.directory.unitName(agency, row.unit) } : null,
      assignee: row.assignee ? { id: row.assignee, name: nameOf(row.assignee) } : null,
      holderWords: row.assignee ? nameOf(row.assignee) : row.unit ? '待认领' : '--',
      receivedOn: row.received_on,
      acceptedOn: row.accepted_on,
      concludedOn: row.concluded_on,
      promisedDueOn: row.promised_due_on,
      statutoryDueOn: row.statutory_due_on,
      dueOn: row.due_on,
      remainingWords: wordsOf(row, day, calendar),
      nextRung: row.rung && { ...row.rung, at: new Date(row.rung.at).toISOString() },
      version: row.version,
    };
  }
}
