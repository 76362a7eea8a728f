import type {
  CasePhase,
  ClockKind,
  ClockState,
  Cosigner,
  FieldRule,
  FormValue,
  KnownFact,
  LetterState,
  Light,
  LimitUnit,
  MaterialState,
  Outcome,
  PauseState,
  Role,
} from '@due-process/contracts';

export interface Named {
  id: string;
  name: string;
}

export interface CaseAction {
  action: string;
  label: string;
  taskKey?: string;
  allowed: boolean;
  reason?: string;
  reasonCode?: string;
  fields: FieldRule[];
}

export interface CaseMaterial {
  id: string;
  name: string;
  status: MaterialState['status'];
  statusWords: string;
  alternative?: string;
  on?: string;
  alternatives: { id: string; name: string }[];
  shareable: boolean;
  promisable: boolean;
}

export interface CaseTask {
  key: string;
  stage: string;
  name: string;
  role: Role;
  unit: Named;
  assignee: Named | null;
  delegatedBy?: Named;
  cosigners: (Cosigner & { name: string })[];
  awaitingCosigners: boolean;
  openedOn: string;
  reminders: number;
}

export interface CaseClock {
  id: string;
  kind: ClockKind;
  kindWords: string;
  name: string;
  state: ClockState['state'];
  stateWords: string;
  startWords: string;
  startedOn: string;
  quantity: number;
  unit: LimitUnit;
  extendedBy: number;
  dueOn: string;
  provisional: boolean;
  usedDays: number;
  totalDays: number;
  remainingWords: string;
  light: Light;
  nextRung?: { rung: string; on: string };
  endedOn?: string;
  calendarVersion: string;
}

export type CasePause = Omit<PauseState, 'openedBy'> & { causeWords: string; openedBy: Named };
export type CaseLetter = Omit<LetterState, 'body'> & { title: string; otherName: string; stateWords: string };

/** One step of the case's way. */
export interface StoryStep {
  key: string;
  kind: 'task' | 'send' | 'receive' | 'time';
  name: string;
  state: 'done' | 'now' | 'ahead';
  on?: string;
}

/** Whose turn it is; `words` say what for. */
export interface Turn {
  kind: 'person' | 'unit' | 'applicant' | 'otherAgency' | 'time' | 'activity' | 'nobody' | 'finished';
  words: string;
  account?: string;
  name?: string;
  unitName?: string;
  agency?: string;
  until?: string;
}

/** `GET /api/cases/{caseNo}` (docs/http.md). */
export interface CaseView {
  caseNo: string;
  item: { code: string; name: string; edition: string; mode: 'immediate' | 'promised' };
  agency: Named;
  office: Named;
  channel: string;
  variant?: string;
  state: CasePhase;
  stateWords: string;
  stage: string | null;
  version: number;
  seq: number;
  applicant: { kind: string; name: string; idNumber?: string; phone?: string };
  form: Record<string, FormValue>;
  formFields: (FieldRule & { value: FormValue })[];
  materials: CaseMaterial[];
  facts: (Partial<KnownFact> & { id: string; name: string; value: string; holds: boolean; refusal: string })[];
  tasks: CaseTask[];
  clocks: CaseClock[];
  light: Light | null;
  remainingWords: string;
  statutoryDueOn: string | null;
  promisedDueOn: string | null;
  nextRung: { clockName: string; rung: string; on: string } | null;
  paused: boolean;
  pauses: CasePause[];
  letters: CaseLetter[];
  documents: { documentNo: string; type: string; name: string; issuedOn: string }[];
  receivedOn: string;
  acceptedOn: string | null;
  concludedOn: string | null;
  servedOn: string | null;
  outcome: Outcome | null;
  outcomeWords: string | null;
  outcomeReason: string | null;
  ended: boolean;
  whoseTurn: Turn;
  story: StoryStep[];
  actions: CaseAction[];
}
