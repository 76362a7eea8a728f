import type { CaseEvent, CaseState } from '@due-process/contracts';

/** What surrounds a document: the case as it was right after its issue and right before it, and what the catalogue prints. */
export interface Issue {
  state: CaseState;
  before: CaseState;
  events: readonly CaseEvent[];
  limitStatement?: string;
  queryCode?: string;
  progressUrl?: string;
  /** Name of the agency that a letter goes to. */
  placeName(region: string): string;
}
