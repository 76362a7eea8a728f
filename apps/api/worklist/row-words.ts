import type { CasePhase, IsoDate, Light, LimitUnit, WorkCalendar } from '@due-process/contracts';
import { remaining, remainingWords } from '@due-process/domain';
import type { Today } from './worklist-query';

/** One row of the list as the projections have it. */
export interface Row {
  case_no: string;
  item_code: string;
  applicant_masked: string;
  phase: CasePhase;
  stage_name: string | null;
  assignee: string | null;
  unit: string | null;
  received_on: IsoDate;
  accepted_on: IsoDate | null;
  concluded_on: IsoDate | null;
  promised_due_on: IsoDate | null;
  statutory_due_on: IsoDate | null;
  due_on: IsoDate | null;
  step_due_on: IsoDate | null;
  yellow_on: IsoDate | null;
  sort_on: IsoDate;
  paused: boolean;
  open: boolean;
  version: number;
  count_unit: LimitUnit | null;
  step_unit: LimitUnit | null;
  rung: { rung: string; on: IsoDate; at: string } | null;
}

/** What the light looks at is what the words look at. */
type Limits = Pick<Row, 'open' | 'paused' | 'due_on' | 'step_due_on' | 'yellow_on' | 'count_unit' | 'step_unit'>;

export function lightOf(row: Limits, { today, lateBefore }: Today): Light | null {
  if (!row.open) return null;
  if (row.paused) return 'grey';
  const late = [row.due_on, row.step_due_on].some((due) => due !== null && due < lateBefore);
  if (late) return 'red';
  if (!row.due_on && !row.step_due_on) return null;
  return row.yellow_on !== null && row.yellow_on <= today ? 'yellow' : 'green';
}

/** 即办件 and cases without a running limit show "--"; a step's own limit is told where it is the only one, and where the light stands for it. */
export function wordsOf(row: Limits, day: Today & { now: string; closesAt?: string }, calendar: WorkCalendar): string {
  if (!row.open) return '--';
  if (row.paused) return '暂停中';
  const { today: on, now, closesAt } = day;
  const left = (dueOn: IsoDate, unit: LimitUnit): string =>
    remainingWords(remaining({ dueOn, on, unit, calendar, now, ...(closesAt ? { closesAt } : {}) }), unit);
  const { due_on: whole, step_due_on: step } = row;
  if (step && (!whole || standsForStep(row, day))) return `环节${left(step, row.step_unit ?? 'workingDay')}`;
  return whole ? left(whole, row.count_unit ?? 'workingDay') : '--';
}

/** The step is near its end or late while the whole is in time. */
function standsForStep({ due_on: whole, step_due_on: step, yellow_on: yellow }: Limits, day: Today): boolean {
  if (!whole || !step || step >= whole || whole < day.lateBefore) return false;
  return step < day.lateBefore || (yellow !== null && yellow <= day.today);
}
