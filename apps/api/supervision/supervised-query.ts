import type { CaseClass } from '@due-process/contracts';
import { readCursor } from '../worklist/cursor';
import type { SupervisedQuery } from './supervision.schemas';

/** Classes that a case tells of itself, by what it waits for: they hold only where nothing else is known of it. */
const ownWait: Partial<Record<CaseClass, string>> = {
  personsTurn: 'task',
  waitingForAgency: 'letter',
  waitingForTime: 'until',
  activityRunning: 'effect',
};

const known = `select case_no from trouble where case_no <> '' union all select case_no from run_fault
  union all select case_no from repair where alarms_until > now() and state in ('confirmed', 'done')`;
const unknown = `not exists (select from trouble t where t.case_no = c.case_no) and not exists (select from run_fault f where f.case_no = c.case_no)
  and not exists (select from repair m where m.case_no = c.case_no and m.alarms_until > now() and m.state in ('confirmed', 'done'))`;

/** Causes that a case tells of itself in the same way. */
const ownCause: Readonly<Record<string, string>> = {
  unclaimed: `waiting_for = 'task' and assignee is null and phase is distinct from 'awaitingSupplement'`,
  applicant: `waiting_for = 'task' and phase = 'awaitingSupplement'`,
};

/**
 * The statement of a page. What most cases are is walked in the order of the list and stops after the page; what few are is reached from the few. The view
 * has the last word either way. Every text of the client is a parameter.
 */
export function supervisedSql(
  agency: string,
  query: SupervisedQuery,
  lateBefore: string,
): { text: string; parameters: unknown[] } {
  const parameters: unknown[] = [agency];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const clauses = ['agency = $1'];
  const equal = {
    unit: query.unit,
    item_code: query.item,
    stage_name: query.stage,
    assignee: query.assignee,
    waits_at: query.at,
  };
  for (const [column, value] of Object.entries(equal)) if (value) clauses.push(`${column} = ${add(value)}`);
  if (query.unclaimed) clauses.push("assignee is null and unit is not null and waiting_for is distinct from 'until'");
  if (query.paused) clauses.push(query.paused === 'true' ? 'paused' : 'not paused');
  if (query.late === 'total') clauses.push(`not paused and due_on < ${add(lateBefore)}::date`);
  if (query.late === 'step') {
    const day = add(lateBefore);
    clauses.push(`not paused and step_due_on < ${day}::date and (due_on is null or due_on >= ${day}::date)`);
  }
  if (query.after) {
    const { sortOn, caseNo } = readCursor(query.after);
    clauses.push(`(sort_on, case_no) > (${add(sortOn)}::date, ${add(caseNo)})`);
  }
  const limit = add(query.limit + 1);
  const classed = [...clauses];
  if (query.class) classed.push(`class = ${add(query.class)}`);
  if (query.cause) classed.push(`cause = ${add(query.cause)}`);
  const candidates = candidatesOf(query, clauses, limit);
  return {
    text: `select case_no, item_code, sort_on::text as sort_on, class, cause, code, attempt, since, detail, waits_at, waits_until::text as waits_until from case_class
      where ${[...classed, ...candidates].join(' and ')} order by case_class.sort_on, case_no limit ${limit}`,
    parameters,
  };
}

function candidatesOf({ class: id, cause }: SupervisedQuery, clauses: string[], limit: string): string[] {
  const wait = id && ownWait[id];
  const because = cause === undefined ? undefined : ownCause[cause];
  if (because ?? (cause === undefined && (id === undefined || wait))) {
    const told = because ?? (wait && `waiting_for = '${wait}'`);
    const own = told ? [told, unknown] : [];
    const page = `select case_no from case_file c where ${['open', ...clauses, ...own].join(' and ')} order by sort_on, case_no limit ${limit}`;
    return [`case_no = any(array(${page}))`];
  }
  const few: readonly (CaseClass | undefined)[] = ['underRepair', 'projectionBehind', 'retrying'];
  return few.includes(id) ? [`case_no = any(array(${known}))`] : [];
}
