import type { Instant, IsoDate, Light, LimitUnit, RemainingTime, RungMoment } from './calendar';
import type { ClockState, Cosigner, FormValue, KnownFact, LetterState, MaterialState, PauseState } from './case-state';
import type { Role } from './people';
import type { CasePhase, ClockKind, FieldRule, Outcome } from './rules';

/** Somebody or something by its identifier, with the name that people read. */
export interface Named {
  id: string;
  name: string;
}

/** An act as published to one viewer; `reason` says why it is not allowed. */
export interface CaseAction {
  action: string;
  label: string;
  taskKey?: string;
  allowed: boolean;
  reason?: string;
  reasonCode?: string;
  /** JSON Schema of the act's input, for programs. */
  inputSchema: object;
  fields: FieldRule[];
}

/** One line of the checklist that holds for this case. */
export interface CaseMaterial {
  id: string;
  name: string;
  status: MaterialState['status'];
  statusWords: string;
  alternative?: string;
  on?: IsoDate;
  alternatives: Named[];
  shareable: boolean;
  promisable: boolean;
}

export interface CaseTask {
  key: string;
  stage: string;
  name: string;
  role: Role;
  unit: Named;
  /** Why the window does what the item gives to an organisation outside. */
  standsInFor?: string;
  assignee: Named | null;
  delegatedBy?: Named;
  cosigners: (Cosigner & { name: string })[];
  awaitingCosigners: boolean;
  openedOn: IsoDate;
  openedAt: Instant;
  reminders: number;
}

/** A clock as people read it. Counted days are working days, or calendar days for the other units. */
export interface ClockView {
  id: string;
  kind: ClockState['kind'];
  kindWords: string;
  name: string;
  state: ClockState['state'];
  stateWords: string;
  startFact: string;
  startWords: string;
  startedOn: IsoDate;
  quantity: number;
  unit: LimitUnit;
  extendedBy: number;
  dueOn: IsoDate;
  provisional: boolean;
  usedDays: number;
  totalDays: number;
  /** Absent once the clock has ended: a concluded clock is frozen and never turns red later. */
  remaining?: RemainingTime;
  remainingWords: string;
  light: Light;
  nextRung?: RungMoment;
  passedRungs: string[];
  endedOn?: IsoDate;
  calendarVersion: string;
}

export type CasePause = Omit<PauseState, 'openedBy'> & { causeWords: string; openedBy: Named };
export type CaseLetter = LetterState & { title: string; otherName: string; stateWords: string };
export type CaseFact = Partial<KnownFact> & {
  id: string;
  name: string;
  value: string;
  holds: boolean;
  refusal: string;
};

/** One step of the case's way: what was done, what is waited for now, and which stages of the item lie ahead. */
export interface StoryStep {
  key: string;
  kind: 'task' | 'send' | 'receive' | 'time';
  name: string;
  state: 'done' | 'now' | 'ahead';
  on?: IsoDate;
}

/** Whose turn it is; `words` say what for. */
/** What somebody entered at a stage, or what the outside sent back: the next person works on from it. */
export interface CaseEntry {
  key: string;
  stage: string;
  on: IsoDate;
  by?: Named;
  lines: { label: string; value: string }[];
}

/** What the figures of a case come to, line by line; the last row is their total. */
export interface CaseFigures {
  title: string;
  columns: string[];
  rows: string[][];
}

export interface CaseTurn {
  kind: 'person' | 'unit' | 'applicant' | 'otherAgency' | 'time' | 'activity' | 'nobody' | 'finished';
  words: string;
  account?: string;
  name?: string;
  unit?: string;
  unitName?: string;
  agency?: string;
  until?: string;
}

/** `GET /api/cases/{caseNo}`: the case as one viewer sees it. Described in docs/http.md. */
export interface CaseView {
  caseNo: string;
  item: { code: string; name: string; edition: string; mode: 'immediate' | 'promised' };
  agency: Named;
  office: Named;
  channel: string;
  channelName: string;
  variant?: string;
  variantName?: string;
  state: CasePhase;
  stateWords: string;
  stage: string | null;
  version: number;
  seq: number;
  applicant: { kind: string; kindName: string; name: string; idNumber?: string; phone?: string };
  form: Record<string, FormValue>;
  formFields: (FieldRule & { value: FormValue })[];
  materials: CaseMaterial[];
  facts: CaseFact[];
  tasks: CaseTask[];
  clocks: ClockView[];
  light: Light | null;
  remainingWords: string;
  /** Kinds of limits that the item has at all. */
  limitKinds: ClockKind[];
  statutoryDueOn: IsoDate | null;
  promisedDueOn: IsoDate | null;
  nextRung: (RungMoment & { clockId: string; clockName: string }) | null;
  paused: boolean;
  pauses: CasePause[];
  letters: CaseLetter[];
  documents: { documentNo: string; type: string; name: string; issuedOn: IsoDate }[];
  receivedOn: IsoDate;
  acceptedOn: IsoDate | null;
  concludedOn: IsoDate | null;
  servedOn: IsoDate | null;
  outcome: Outcome | null;
  outcomeWords: string | null;
  outcomeReason: string | null;
  ended: boolean;
  openNotice?: { documentNo: string; missing: string[]; requestedOn: IsoDate };
  whoseTurn: CaseTurn;
  story: StoryStep[];
  entries: CaseEntry[];
  figures: CaseFigures | null;
  lastChange?: { seq: number; by: Named; action: string; at: Instant };
  actions: CaseAction[];
}

/** The answer to a registration: the query code is told once more only to whoever repeats it under the same key. */
export type OpenedCase = CaseView & { queryCode: string };

/** One line of `GET /api/cases/{caseNo}/timeline`. */
export interface TimelineEntry {
  /** Absent for an escalation, which is no event of the case. */
  seq?: number;
  type: string;
  label: string;
  detail: string;
  /** 交换步骤, where it stands for one. */
  step?: string;
  by: Named;
  occurredOn: IsoDate;
  recordedAt: Instant;
}
