import type { IsoDate, WorkCalendar } from './calendar';
import type { Batch, RecordAnswer } from './record';
import type { SupervisionActivities } from './supervision';

/** Names that API, worker and workflows agree on. */
export const CASE_WORKFLOW = 'caseWorkflow';
export const CASE_QUEUE = 'cases';
export const EFFECT_QUEUE = 'effects';
export const OPERATIONS_QUEUE = 'operations';
export const NAMESPACE = 'due-process';
export const UPDATE_OPEN = 'open';
export const UPDATE_ACT = 'act';
export const UPDATE_TELL = 'tell';
export const QUERY_STATE = 'state';

export const caseWorkflowId = (caseNo: string): string => `case-${caseNo}`;

/** The only activity of a command: one batch, one statement. Runs as a local activity. */
export interface RecordActivities {
  record(batch: Batch): Promise<RecordAnswer>;
  /** A published calendar by its version, trimmed to the years from `from` on. */
  readCalendar(input: { version: string; from: IsoDate }): Promise<WorkCalendar>;
}

export interface EffectInput {
  caseNo: string;
  agency: string;
  /** Idempotency key that the receiver can see. */
  key: string;
  input: Record<string, unknown>;
}
export interface EffectResult {
  outcome: 'done' | 'rejected';
  data: Record<string, unknown>;
}

/** Everything slow or outside. Each is idempotent by its key. */
export interface EffectActivities {
  /** Sends a letter through the exchange platform; done = the platform has taken it. */
  deliverLetter(effect: EffectInput): Promise<EffectResult>;
  /** Tells the sender that its letter was processed. */
  sendReceipt(effect: EffectInput): Promise<EffectResult>;
  /** 个人账户 划转 or 提取 through the fund system. */
  settleAccount(effect: EffectInput): Promise<EffectResult>;
  /** Enters the transferred periods in the core platform. */
  registerTransferIn(effect: EffectInput): Promise<EffectResult>;
  /** Enters what was decided in the core platform: a registration, a change, a filing, a recognised disease. */
  coreRecord(effect: EffectInput): Promise<EffectResult>;
  /** Pays a benefit through the fund system. */
  payBenefit(effect: EffectInput): Promise<EffectResult>;
  /** Settles a visit to a hospital at once, in its three parts. */
  settleCard(effect: EffectInput): Promise<EffectResult>;
  /** Bars the applicant from applying for a time. */
  restrictApplicant(effect: EffectInput): Promise<EffectResult>;
  /** Enters an institution with a signed agreement in the list for which settlements open. */
  designateInstitution(effect: EffectInput): Promise<EffectResult>;
  /** Registers a case that follows from this one by itself. */
  openCase(effect: EffectInput): Promise<EffectResult>;
  /** Draws up a city's set of pharmacies for a month. */
  drawUpSet(effect: EffectInput): Promise<EffectResult>;
  /** Changes one pharmacy of the set before it is paid. */
  changeSet(effect: EffectInput): Promise<EffectResult>;
  /** Pays the pharmacies of the set one by one; what the bank sends back is named. */
  paySet(effect: EffectInput): Promise<EffectResult>;
  /** Registers the good lines of a list of persons and marks the others with their reasons; reports how far it has come. */
  processRoster(effect: EffectInput): Promise<EffectResult>;
}
export type EffectName = keyof EffectActivities;
const effectNames: Record<EffectName, true> = {
  deliverLetter: true,
  sendReceipt: true,
  settleAccount: true,
  registerTransferIn: true,
  coreRecord: true,
  payBenefit: true,
  settleCard: true,
  restrictApplicant: true,
  designateInstitution: true,
  openCase: true,
  drawUpSet: true,
  changeSet: true,
  paySet: true,
  processRoster: true,
};
/** Every effect by its name. */
export const EFFECT_NAMES = Object.keys(effectNames) as readonly EffectName[];

/** Set-based work of the scheduled workflows; none of it belongs to one case. */
export interface OperationActivities extends SupervisionActivities {
  /** Delivers every rung that is due into the escalation table and the inboxes, in one statement. */
  fireDueRungs(): Promise<{ fired: number; messages: number }>;
  /** Sends waiting SMS, rate-limited. */
  sendPendingSms(): Promise<{ sent: number; failed: number }>;
  /** Starts the re-dating of every confirmed calendar that has none running and is not finished. */
  resumeRedatings(): Promise<{ started: number }>;
  /** Compares letters sent with letters received at the exchange platform. */
  reconcileLetters(): Promise<{ checked: number; missing: number; resent: number }>;
  /** The next page of open cases that the calendar of this proposal re-dates; told by Update. */
  redatePage(input: {
    proposal: string;
    after?: string;
    limit: number;
  }): Promise<{ told: number; failed: number; last?: string; done: boolean }>;
  finishRedating(input: { proposal: string }): Promise<{ remaining: number }>;
}
