import type { Answer, Problem } from './http';

/** The parts of `GET /api/cases/{caseNo}` that these tests read; docs/http.md has the whole. */
export interface CaseView {
  caseNo: string;
  queryCode: string;
  state: string;
  stateWords: string;
  stage: string | null;
  version: number;
  seq: number;
  applicant: { name: string; idNumber: string; phone?: string };
  form: Record<string, unknown>;
  materials: { id: string; name: string; status: string }[];
  facts: { id: string; value: string; holds: boolean; source?: string; at?: string; detail?: string }[];
  tasks: TaskView[];
  clocks: ClockView[];
  light: string | null;
  remainingWords: string;
  statutoryDueOn: string | null;
  promisedDueOn: string | null;
  nextRung: { clockId: string; rung: string; on: string; at: string } | null;
  paused: boolean;
  pauses: { cause: string; openedOn: string; endedOn?: string; limitOn?: string; clocks: string[] }[];
  letters: LetterView[];
  documents: { documentNo: string; type: string; name: string; issuedOn: string }[];
  receivedOn: string;
  acceptedOn: string | null;
  concludedOn: string | null;
  outcome: string | null;
  outcomeReason: string | null;
  ended: boolean;
  openNotice?: { documentNo: string; missing: string[]; requestedOn: string };
  whoseTurn: { kind: string; words: string; account?: string; unit?: string };
  actions: {
    action: string;
    label: string;
    allowed: boolean;
    reason?: string;
    reasonCode?: string;
    taskKey?: string;
  }[];
}

export interface TaskView {
  key: string;
  stage: string;
  name: string;
  unit: { id: string };
  assignee: { id: string } | null;
  delegatedBy?: { id: string };
  cosigners: { id: string; position: string; signedAt?: string }[];
  awaitingCosigners: boolean;
  openedOn: string;
  reminders: number;
}

export interface ClockView {
  id: string;
  kind: string;
  state: string;
  startedOn: string;
  dueOn: string;
  endedOn?: string;
  quantity: number;
  usedDays: number;
  provisional: boolean;
  remainingWords: string;
  light: string;
  nextRung?: { rung: string; on: string; at: string };
  passedRungs: string[];
  calendarVersion: string;
}

export interface LetterView {
  letterNo: string;
  type: string;
  direction: 'in' | 'out';
  other: string;
  state: string;
  stateWords: string;
  inReplyTo?: string;
  issuedOn: string;
  receivedOn?: string;
  body: Record<string, unknown>;
}

export interface Derivation {
  dueOn: string;
  provisional: boolean;
  calendarVersion: string;
  derivation: { date: string; counted: boolean; reason: string; note?: string }[];
}

export interface TimelineEntry {
  seq?: number;
  type: string;
  label: string;
  detail: string;
  step?: string;
  by: { id: string; name: string };
  occurredOn: string;
  recordedAt: string;
}

/** The case of an answer that must be one; anything else fails with the problem in words. */
export function caseOf(answer: Answer): CaseView {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as CaseView;
}

/** The problem of an answer that must be one. */
export function problemOf(answer: Answer): Problem {
  if (answer.status < 400) throw new Error(`${answer.status} where a problem was expected`);
  return answer.body as Problem;
}

export const clockOf = (view: CaseView, id: string): ClockView => {
  const clock = view.clocks.find((one) => one.id === id);
  if (!clock) throw new Error(`no clock ${id} among ${view.clocks.map((one) => one.id).join(', ')}`);
  return clock;
};

export const letterOf = (view: CaseView, type: string): LetterView => {
  const letter = view.letters.find((one) => one.type === type);
  if (!letter) throw new Error(`no ${type} among ${view.letters.map((one) => one.type).join(', ')}`);
  return letter;
};

export const documentsOf = (view: CaseView): string[] => view.documents.map((one) => one.type);
