import { Injectable } from '@nestjs/common';
import type { Actor, CasePhase, IsoDate } from '@due-process/contracts';
import { phaseWords } from '@due-process/domain';
import { Directory } from '../cases/directory';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';

interface Row {
  case_no: string;
  item_code: string;
  agency: string;
  applicant_masked: string;
  phase: CasePhase;
  received_on: IsoDate;
  concluded_on: IsoDate | null;
  due_on: IsoDate | null;
  open: boolean;
  todo: string | null;
}

export interface PortfolioLine {
  caseNo: string;
  item: { code: string; name: string };
  agencyName: string;
  applicant: string;
  state: CasePhase;
  stateWords: string;
  receivedOn: IsoDate;
  concludedOn: IsoDate | null;
  dueOn: IsoDate | null;
  open: boolean;
  /** What waits for this account: a step of its organisation, or papers to bring. */
  todo: string | null;
}

export interface PortfolioQuery {
  open?: boolean;
  after?: string;
  limit: number;
}

/**
 * The cases that concern an outside account: registered by its organisation, about it, or with a step that is its own. $1 its units (organisation
 * and blind index), $2 the account.
 */
const mine = `
  select opening.case_no from opening
    join account on account.id = opening.account_id
   where account.id = $2 or account.organisation = any($1)
  union select case_no from case_file where subject = any($1)
  union select case_no from task
   where unit = any($1) and role in ('institution', 'employer', 'school', 'community', 'assessor', 'workstation', 'person')`;

const columns = `case_no, item_code, agency, applicant_masked, phase, received_on::text, concluded_on::text, due_on::text, open,
  (select string_agg(task.name, '、') from task
    where task.case_no = case_file.case_no and not task.done and task.unit = any($1)) as todo`;

/** Newest first; the last case number of a page leads to the next. */
@Injectable()
export class Portfolio {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly shelf: CatalogShelf,
  ) {}

  async page(
    actor: Actor,
    { open, after, limit }: PortfolioQuery,
  ): Promise<{ cases: PortfolioLine[]; next: string | null }> {
    const parameters: unknown[] = [actor.units, actor.id, limit + 1];
    const add = (value: unknown): string => `$${parameters.push(value)}`;
    const clauses = [`case_no in (${mine})`];
    if (open !== undefined) clauses.push(open ? 'open' : 'not open');
    if (after)
      clauses.push(
        `(received_on, case_no) < (select received_on, case_no from case_file where case_no = ${add(after)})`,
      );
    const rows = await this.database.query<Row>(
      `select ${columns} from case_file where ${clauses.join(' and ')} order by received_on desc, case_no desc limit $3`,
      parameters,
    );
    const shown = rows.slice(0, limit);
    return {
      cases: shown.map((row) => this.line(row)),
      next: rows.length > limit ? (shown.at(-1)?.case_no ?? null) : null,
    };
  }

  private line(row: Row): PortfolioLine {
    return {
      caseNo: row.case_no,
      item: { code: row.item_code, name: this.shelf.catalog.published(row.item_code)?.name ?? row.item_code },
      agencyName: this.directory.agencyName(row.agency),
      applicant: row.applicant_masked,
      state: row.phase,
      stateWords: phaseWords[row.phase],
      receivedOn: row.received_on,
      concludedOn: row.concluded_on,
      dueOn: row.due_on,
      open: row.open,
      todo: row.todo ?? (row.open && row.phase === 'awaitingSupplement' ? '补正材料' : null),
    };
  }
}
