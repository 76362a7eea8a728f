import type {
  AcceptanceWindow,
  AdmissionRule,
  IsoDate,
  Refusal,
  Restriction,
  WorkCalendar,
} from '@due-process/contracts';
import { dueDate } from '../clock';

/**
 * What is refused before an application gets a number: outside 集中缴费期 or 受理计划 (QD-9.1 四（一）: 受理计划范围、受理计划明确的时间内), or
 * while a restriction is in force (四（六）: 1年内不得再次申请). Judged by the day on which the application was received.
 */
export type WindowVerdict = { window: AcceptanceWindow } | { kept: true } | { refusal: Refusal };

/** What the application says of itself, as far as windows ask for it. */
export interface Stated {
  receivedOn: IsoDate;
  district?: string;
  kind?: string;
  /** The applicant agrees that it waits for the next window. */
  mayBeKept: boolean;
}

/** `windows`: all published ones of the rule's kind and this item, past and to come. */
export function judgeWindow(
  rule: Pick<AdmissionRule, 'refusal' | 'name'>,
  windows: readonly AcceptanceWindow[],
  stated: Stated,
): WindowVerdict {
  const { receivedOn } = stated;
  const open = windows.filter(({ from, to }) => from <= receivedOn && receivedOn <= to);
  if (open.length === 0) return stated.mayBeKept ? { kept: true } : { refusal: outside(rule, windows, receivedOn) };
  const fitting = open.find((window) => unfit(window, stated) === undefined);
  if (fitting) return { window: fitting };
  const [first] = open as [AcceptanceWindow];
  const { from, to, data } = first;
  const detail = `${unfit(first, stated) ?? rule.name}（${first.name}，${from} 至 ${to}）`;
  return { refusal: { code: 'ADMISSION_OUTSIDE_PLAN', detail, data: { from, to, name: first.name, ...data } } };
}

function unfit({ data }: AcceptanceWindow, { district, kind }: Stated): string | undefined {
  if (data.districts && !data.districts.includes(district ?? ''))
    return `申请的区域不在受理计划范围；本次计划区域：${data.districts.join('、')}`;
  if (data.kinds && !data.kinds.includes(kind ?? ''))
    return `申请的机构类别不在受理计划范围；本次计划类别：${data.kinds.join('、')}`;
  return undefined;
}

/** The dates that help the applicant most: the next window, failing that the last one; failing both, that none is published. */
function outside(
  { refusal, name }: Pick<AdmissionRule, 'refusal' | 'name'>,
  windows: readonly AcceptanceWindow[],
  on: IsoDate,
): Refusal {
  const inOrder = [...windows].sort((one, other) => (one.from < other.from ? -1 : 1));
  const told = inOrder.find(({ from }) => from > on) ?? inOrder.at(-1);
  if (!told) return { code: 'ADMISSION_OUTSIDE_PERIOD', detail: `${name}：尚未公布受理时间` };
  const { from, to, name: called } = told;
  const detail = filled(refusal, { from, to, name: called });
  return { code: 'ADMISSION_OUTSIDE_PERIOD', detail, data: { from, to, name: called } };
}

/** The last day on which the applicant may not apply, by the calendar in force: a period of a year ends on the corresponding day (202, 203). */
export const bannedUntil = (
  { from, quantity, unit }: Pick<Restriction, 'from' | 'quantity' | 'unit'>,
  calendar: WorkCalendar,
): IsoDate => dueDate({ start: from, quantity, unit, calendar });

/** The restriction that stands in the way on this day, if one does. */
export function judgeRestrictions(
  rule: Pick<AdmissionRule, 'refusal'>,
  restrictions: readonly Restriction[],
  receivedOn: IsoDate,
  calendar: WorkCalendar,
): Refusal | undefined {
  for (const one of restrictions) {
    const until = bannedUntil(one, calendar);
    if (receivedOn < one.from || receivedOn > until) continue;
    const detail = filled(rule.refusal, { from: one.from, until, to: until });
    return {
      code: 'ADMISSION_BANNED',
      detail,
      data: { from: one.from, until, reason: one.reason, caseNo: one.caseNo },
    };
  }
  return undefined;
}

const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
