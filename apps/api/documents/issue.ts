import type { CaseEvent, CaseState, FormValue } from '@due-process/contracts';
import type { Details } from '@due-process/documents';

/** What surrounds a document: the case as it was right after its issue and right before it, and what the catalogue prints. */
export interface Issue {
  state: CaseState;
  before: CaseState;
  events: readonly CaseEvent[];
  limitStatement?: string;
  queryCode?: string;
  progressUrl?: string;
  /** Of a list that was worked off: the lines that came back. */
  returnedLines?: Extract<Details, { type: 'rosterResult' }>['returned'];
  /** The item's words for the case's variant and for the kind of its applicant. */
  variantName?: string;
  applicantKindName?: string;
  /** A form with its labels, as it is printed. */
  formWords(form: Record<string, FormValue>): [label: string, text: string][];
  /** Who an account is, by the name shown to colleagues. */
  nameOf(account: string): string;
  /** Name of the agency that a letter goes to. */
  placeName(region: string): string;
}
