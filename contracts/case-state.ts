import type { Instant, IsoDate, LimitUnit, WorkCalendar } from './calendar';
import type { Role } from './people';
import type { CasePhase, ClockKind, ItemRules, Outcome } from './rules';

/** A value of a form: personal ones arrive sealed, as a reference and a mask, never in the clear. */
export type FormValue = string | number | boolean | null | SealedValue | NamedValue;
/** `unstaffed`: an organisation without an account, whose work lies with the window. */
export interface NamedValue {
  code: string;
  name: string;
  unstaffed?: true;
}
export interface SealedValue {
  sealed: string;
  masked: string;
}

export interface ApplicantRef {
  /** Row of the person table; nothing that identifies a person is in the case. */
  personId: string;
  kind: string;
  masked: string;
  /** Blind index shared by the agencies of the exchange platform; matches letters to persons. */
  subject: string;
}

export interface MaterialState {
  id: string;
  status: 'missing' | 'received' | 'shared' | 'promised';
  alternative?: string;
  on?: IsoDate;
}

/** An outside fact with its source and instant, as it was shown to the clerk. */
export interface KnownFact {
  id: string;
  value: string;
  holds: boolean;
  source: string;
  at: Instant;
  detail?: string;
  /** What the source said besides, as far as letters and forms need it; nothing that identifies a person. */
  data?: Record<string, FactValue>;
}

/** One value of a source's answer, or a table of them: the years of a contribution record. */
export type FactValue = string | number | Record<string, string | number>[];

export interface Cosigner {
  id: string;
  by: string;
  position: 'before' | 'after';
  signedAt?: Instant;
  opinion?: string;
}

/** One unit of human work that is open or done. Exactly one accountable holder: the assignee, else the unit. */
export interface TaskState {
  key: string;
  stage: string;
  name: string;
  shows: CasePhase;
  role: Role;
  unit: string;
  assignee?: string;
  /** Who gave the work away for a while (委派); it comes back to them. */
  delegatedBy?: string;
  cosigners: Cosigner[];
  /** Set when the holder's work is done but later co-signers have still to sign. */
  awaiting?: { action: string; input: Record<string, FormValue>; by: string; on: IsoDate };
  openedOn: IsoDate;
  openedAt: Instant;
  arming: number;
  reminders: number;
}

export interface ClockState {
  id: string;
  /** 1 on first entry, counted up each time it is started again. */
  arming: number;
  kind: ClockKind;
  name: string;
  quantity: number;
  unit: LimitUnit;
  /** Days added by a lawful extension (延期). */
  extendedBy: number;
  startedOn: IsoDate;
  startFact: string;
  state: 'running' | 'paused' | 'met' | 'overrun' | 'cancelled';
  dueOn: IsoDate;
  endedOn?: IsoDate;
  /** Counted days used when it ended: frozen, never red later. */
  used?: number;
  calendarVersion: string;
  /** Rungs already past when it was started with a true date of long ago: recorded, never sent. */
  passedRungs: string[];
  recordedAt: Instant;
}

/** One line of the pause ledger (暂停计时). */
export interface PauseState {
  id: string;
  cause: string;
  legalBasis: string;
  documentNo?: string;
  openedBy: string;
  openedOn: IsoDate;
  endedOn?: IsoDate;
  limitOn?: IsoDate;
  reason?: string;
  /** Clocks it stops, by id. */
  clocks: string[];
}

export interface LetterState {
  letterNo: string;
  type: string;
  direction: 'in' | 'out';
  other: string;
  inReplyTo?: string;
  issuedOn: IsoDate;
  key: string;
  /** Outgoing: queued → delivered → processed. Incoming: received (applied) or parked (came before its turn). */
  state: 'queued' | 'delivered' | 'processed' | 'refused' | 'received' | 'parked';
  receivedOn?: IsoDate;
  body: Record<string, unknown>;
}

export interface DocumentState {
  documentNo: string;
  type: string;
  name: string;
  issuedOn: IsoDate;
  data: Record<string, unknown>;
}

/** What the story waits for now. */
export type WaitState =
  | { kind: 'task'; key: string }
  | {
      kind: 'letter';
      key: string;
      type: string;
      inReplyTo?: string;
      openedOn: IsoDate;
      remindOn?: IsoDate;
      reminders: number;
    }
  | { kind: 'effect'; key: string; effect: string; input: Record<string, unknown>; lastError?: string }
  /** An instant, the end of a clock, or the next round of this name (每季度审核一次), whenever that is opened. */
  | { kind: 'until'; key: string; at: Instant; clock?: string; round?: string };

/** The result of a wait, kept by its key so that the story can be run again from the top. */
export interface StepResult {
  key: string;
  action: string;
  input: Record<string, unknown>;
  by: string;
  on: IsoDate;
  /** Position in the order of settling: sending back drops every later one. */
  order: number;
}

export interface Answer {
  bodyMac: string;
  version: number;
  seq: number;
}

/** The whole case as the workflow holds it and as a fold of its events gives it. Plain JSON. */
export interface CaseState {
  caseNo: string;
  rules: ItemRules;
  /** Content hash of the rules, by which the journal finds them again. */
  rulesHash: string;
  agency: string;
  officeId: string;
  /** The organisation whose account registered the case. */
  organisation?: string;
  channel: string;
  variant?: string;
  phase: CasePhase;
  outcome?: Outcome;
  outcomeReason?: string;
  seq: number;
  version: number;
  applicant: ApplicantRef;
  form: Record<string, FormValue>;
  materials: Record<string, MaterialState>;
  facts: Record<string, KnownFact>;
  receivedOn: IsoDate;
  acceptedOn?: IsoDate;
  concludedOn?: IsoDate;
  servedOn?: IsoDate;
  supplementNotices: number;
  /** The notice (一次性告知书) whose materials are awaited. */
  openNotice?: { documentNo: string; missing: string[]; requestedOn: IsoDate };
  tasks: Record<string, TaskState>;
  clocks: Record<string, ClockState>;
  pauses: PauseState[];
  letters: Record<string, LetterState>;
  documents: DocumentState[];
  waits: Record<string, WaitState>;
  steps: Record<string, StepResult>;
  /** Who finished which stage: second review never by the reviewer. */
  doers: Record<string, string>;
  counters: Record<string, number>;
  answers: Record<string, Answer>;
  lastChange?: { seq: number; by: string; action: string; at: Instant };
  calendar: WorkCalendar;
  /** True once the result is served or its limit is over: the run ends. */
  ended: boolean;
  /** The last step a person finished, while nothing has left the house since: only its doer may withdraw it (撤回). */
  reversible?: { key: string; by: string };
  extensions: number;
  /** What was promised has been brought, or given up. */
  promiseEnded?: boolean;
}

/** What starts a case's run. */
export interface CaseStart {
  caseNo: string;
  rules: ItemRules;
  calendar: WorkCalendar;
  /** A rebuilt or continued run starts from its state. */
  state?: CaseState;
  /** Why this run exists, when it is not the first. */
  reason?: 'continued' | 'rebuilt';
  /** Continue as new once the history has this many events (design §4: by size). Tests make it small. */
  continueAfter?: number;
}
