import type { CaseEvent, CaseStart, CaseState } from '@due-process/contracts';
import { evolve } from './evolve';
import { initialState } from './initial-state';

/** The case as its journal tells it: the same state the workflow holds. */
export const foldCase = (
  start: Pick<CaseStart, 'caseNo' | 'rules' | 'calendar'>,
  events: readonly CaseEvent[],
): CaseState => events.reduce(evolve, initialState(start));
