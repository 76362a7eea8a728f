import type { IsoDate, LimitUnit } from './calendar';
import type { Basis, Condition } from './rules';

/**
 * What the agency publishes about when it takes something in: 集中缴费期, 受理计划 (资源配置规划 within dates), and a round (批次) of designations.
 */
export const WINDOW_KINDS = ['enrolmentPeriod', 'acceptancePlan', 'designationRound'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/**
 * `period`: the day of receipt lies in a published window · `plan`: and district, kind and quota of that window fit ·
 * `directory`: what a form field names stands in a dictionary · `ban`: no restriction on this applicant.
 */
export type AdmissionCheck = 'period' | 'plan' | 'directory' | 'ban';

/** What must hold before an application gets a number. Published with the item, never pinned in a case: it has been judged when the case exists. */
export interface AdmissionRule {
  id: string;
  check: AdmissionCheck;
  name: string;
  /** What the applicant is told: `{from}`, `{to}`, `{until}`, `{name}` stand for the window's or the ban's. */
  refusal: string;
  /** `period`, `plan`: the kind of window meant. */
  window?: WindowKind;
  /** `plan`: form field that names the district or the kind, held against the window's own lists. */
  districtField?: string;
  kindField?: string;
  /** `period`, `plan`: form field by which the applicant lets an application outside every window be kept for the next one. */
  keepField?: string;
  /** `directory`: the form field and the dictionary in which its value must stand, by id or by name. */
  field?: string;
  dictionary?: string;
  when?: Condition[];
  basis: Basis;
}

/** Limits of a window besides its dates; an absent one limits nothing. */
export interface WindowData {
  districts?: string[];
  kinds?: string[];
  quota?: number;
  /** A round's own timetable: when the result is made public at the latest, and when the list is. */
  noticeOn?: IsoDate;
  listOn?: IsoDate;
}

export interface AcceptanceWindow {
  id: string;
  region: string;
  kind: WindowKind;
  itemCodes: string[];
  name: string;
  from: IsoDate;
  to: IsoDate;
  data: WindowData;
}

/** 限制申请: who may not apply for these items, from when and for how long; the last day is counted anew by the calendar in force. */
export interface Restriction {
  id: string;
  region: string;
  subject: string;
  itemCodes: string[];
  from: IsoDate;
  quantity: number;
  unit: LimitUnit;
  until: IsoDate;
  reason: string;
  caseNo: string;
}
