import type { Instant, IsoDate, WorkCalendar } from './calendar';
import type { ApplicantRef, FormValue, KnownFact, MaterialState } from './case-state';
import type { LetterEnvelope, LetterReceipt } from './letters';
import type { Actor } from './people';

/** What every person's command carries. */
export interface CommandBase {
  actor: Actor;
  /** HMAC of account, route and Idempotency-Key: no raw client text reaches Temporal. */
  key: string;
  /** HMAC of the body: the same key with another body is refused. */
  bodyMac: string;
  /** True date of the act, when it lies before today (paper received earlier, a case brought over). */
  occurredOn?: IsoDate;
}

/** The command that opens a case. It never refuses: whatever can refuse is asked before the number is minted. */
export interface OpenCommand extends CommandBase {
  officeId: string;
  /** The organisation whose account registers the case; absent at the agency's own window. */
  organisation?: string;
  channel: string;
  variant?: string;
  applicant: ApplicantRef;
  form: Record<string, FormValue>;
  materials: MaterialState[];
  facts: KnownFact[];
  receivedOn: IsoDate;
  rulesHash: string;
  /** Register and accept in one command when nothing is missing. */
  acceptNow: boolean;
}

/** A person's act on an open case. `action` is one of the published allowed actions. */
export interface ActCommand extends CommandBase {
  action: string;
  expectedVersion: number;
  /** Which open task is meant, when several offer the action. */
  taskKey?: string;
  input: Record<string, FormValue | FormValue[] | MaterialState[]>;
  facts?: KnownFact[];
  /** The colleague named in the input (转办, 委派, 加签), as the API resolved it: what they may do decides, not what the client says. */
  target?: Actor;
}

/** What reaches a case from outside or from the clock; none of these is refused. */
export type OutsideMessage =
  | { type: 'letterArrived'; letter: LetterEnvelope; receivedOn: IsoDate }
  | { type: 'letterReceipted'; receipt: LetterReceipt }
  | { type: 'calendarPublished'; calendar: WorkCalendar; proposal?: string }
  | { type: 'roundOpened'; round: string; period: string; on: IsoDate; ahead?: true }
  | { type: 'timeReached'; now: Instant }
  | { type: 'effectFinished'; key: string; outcome: 'done' | 'rejected'; data: Record<string, unknown>; on: IsoDate };

export interface CommandAnswer {
  caseNo: string;
  version: number;
  seq: number;
}

/** Why a command was not done. `detail` is Chinese and holds no personal data. */
export interface Refusal {
  code: string;
  detail: string;
  data?: Record<string, unknown>;
}

/** One action as published to a viewer: allowed, or the reason why not. */
export interface PublishedAction {
  action: string;
  label: string;
  taskKey?: string;
  allowed: boolean;
  reason?: { code: string; detail: string };
  input: import('./rules').FieldRule[];
}
