import type { Actor, IsoDate } from '@due-process/contracts';
import { readCursor } from './cursor';
import type { Tab, WorklistQuery } from './worklist.schemas';

/** Values of `case_file.tab` (a generated column) behind the tabs of the list. */
const tabColumn: Partial<Record<Tab, string>> = {
  awaitingIntake: 'intake',
  toAccept: 'acceptance',
  awaitingSupplement: 'supplement',
  paused: 'paused',
  toConclude: 'conclusion',
};

/** `lateBefore`: the first date that is not late yet, which after closing time is tomorrow. */
export interface Today {
  today: IsoDate;
  lateBefore: IsoDate;
}

/** What `q` was recognised as. */
export type Search = { prefix: string } | { idNumberIndex: string } | { nameIndex: string };

export const lateSql = (p: string): string => `(not paused and (due_on < ${p}::date or step_due_on < ${p}::date))`;

/**
 * The WHERE of a page and its parameters. Every text of the client is a parameter; the words here are ours. The partial indexes on open cases and
 * the order (sort_on, case_no) are those of the case_file migration.
 */
export function worklistWhere(
  actor: Actor,
  query: WorklistQuery,
  { today, lateBefore }: Today,
  search?: Search,
): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [actor.agency];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const clauses = ['agency = $1', scopeOf(query.tab)];
  const column = tabColumn[query.tab];
  if (column) clauses.push(`tab = ${add(column)}`);
  if (query.tab === 'mine') clauses.push(`assignee = ${add(actor.id)}`);
  if (query.unit) clauses.push(`unit = ${add(query.unit)}`);
  if (query.assignee === 'none' || query.unclaimed)
    clauses.push("assignee is null and unit is not null and waiting_for is distinct from 'until'");
  else if (query.assignee) clauses.push(`assignee = ${add(query.assignee === 'me' ? actor.id : query.assignee)}`);
  if (query.item) clauses.push(`item_code = ${add(query.item)}`);
  if (query.stage) clauses.push(`stage_name = ${add(query.stage)}`);
  if (query.overdue) clauses.push(lateSql(add(lateBefore)));
  if (query.light) clauses.push(lightClause(query.light, add, { today, lateBefore }));
  if (search) clauses.push(searchClause(search, add));
  if (query.after) {
    const { sortOn, caseNo } = readCursor(query.after);
    clauses.push(`(sort_on, case_no) > (${add(sortOn)}::date, ${add(caseNo)})`);
  }
  return { where: clauses.join(' and '), parameters };
}

const scopeOf = (tab: Tab): string => {
  if (tab === 'owed') return owedSql;
  return tab === 'closed' ? 'not open' : 'open';
};

/** After the conclusion only a commitment (告知承诺) still runs: a closed case with a due date owes something. */
export const owedSql = '(not open and not ended and due_on is not null)';

function lightClause(light: string, add: (value: unknown) => string, { today, lateBefore }: Today): string {
  if (light === 'grey') return 'paused';
  const late = lateSql(add(lateBefore));
  if (light === 'red') return late;
  const near = `coalesce(yellow_on <= ${add(today)}::date, false)`;
  return `not paused and coalesce(due_on, step_due_on) is not null and not coalesce(${late}, false) and ${light === 'yellow' ? near : `not ${near}`}`;
}

/** Case numbers are digits of one length, so a prefix is a range whatever the collation. */
function searchClause(search: Search, add: (value: unknown) => string): string {
  if ('prefix' in search) {
    const { prefix } = search;
    return `case_no between ${add(prefix.padEnd(23, '0'))} and ${add(prefix.padEnd(23, '9'))}`;
  }
  const [column, value] =
    'nameIndex' in search ? ['name_index', search.nameIndex] : ['id_number_index', search.idNumberIndex];
  return `person_id in (select id from person where ${column} = ${add(value)} and agency = $1)`;
}
