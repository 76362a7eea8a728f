import type { CaseLetter, ClockView, OpenedCase } from '@due-process/contracts';
import type { Answer, Problem } from './http';

export type { CaseLetter as LetterView, CaseTask as TaskView, ClockView, TimelineEntry } from '@due-process/contracts';

/** `queryCode` only in the answer to a registration. */
export type CaseView = OpenedCase;

export interface Derivation {
  dueOn: string;
  provisional: boolean;
  calendarVersion: string;
  derivation: { date: string; counted: boolean; reason: string; note?: string }[];
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

export const letterOf = (view: CaseView, type: string): CaseLetter => {
  const letter = view.letters.find((one) => one.type === type);
  if (!letter) throw new Error(`no ${type} among ${view.letters.map((one) => one.type).join(', ')}`);
  return letter;
};

export const documentsOf = (view: CaseView): string[] => view.documents.map((one) => one.type);
