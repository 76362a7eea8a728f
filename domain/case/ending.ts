import type { CaseState, IsoDate, Outcome } from '@due-process/contracts';
import { isRunning } from './clocks';
import type { Draft } from './draft';
import { acknowledge } from './letters';

/** Document that tells the applicant how the case ended. */
const NOTICE: Record<Outcome, string | undefined> = {
  completed: 'conclusionNotice',
  notAccepted: 'nonAcceptanceNotice',
  rejected: 'rejectionDecision',
  cancelled: undefined,
  terminated: undefined,
};

const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);

/** The day of the latest fact of the case: it cannot have ended before. Tasks still open are facts of their opening. */
export function latestFact(state: CaseState): IsoDate {
  return [
    state.acceptedOn ?? '',
    state.openNotice?.requestedOn ?? '',
    ...Object.values(state.steps).map((step) => step.on),
    ...Object.values(state.tasks).map((task) => task.openedOn),
    ...state.pauses.map((pause) => pause.endedOn ?? pause.openedOn),
  ].reduce(later, state.receivedOn);
}

/**
 * 办结 in every form. Open work is cancelled, clocks that the conclusion meets end, the others are cancelled, and an instant result counts as
 * served at once. What the applicant promised to bring later stays owed when the case was completed, and its clock goes on;
 * so does a ban, which begins with the end.
 */
export function conclude(draft: Draft, outcome: Outcome, reason?: string): void {
  draft.occasion = { ...draft.occasion, on: later(draft.occasion.on, latestFact(draft.state)) };
  for (const key of Object.keys(draft.state.tasks)) draft.emit('taskCancelled', { key, reason: 'ended' });
  for (const pause of draft.state.pauses)
    if (pause.endedOn === undefined) draft.emit('pauseEnded', { id: pause.id, endedOn: draft.occasion.on });
  draft.redate('pause');
  draft.fact('conclusion');
  for (const clock of Object.values(draft.state.clocks))
    if (isRunning(clock) && !(clock.kind === 'commitment' && outcome === 'completed') && clock.kind !== 'ban')
      draft.endClock(clock.id, draft.occasion.on, 'cancelled');
  const notice = NOTICE[outcome];
  if (notice && draft.state.rules.documents.some((rule) => rule.type === notice))
    draft.document(notice, reason === undefined ? {} : { reason });
  for (const { letterNo } of Object.values(draft.state.letters))
    acknowledge(draft, letterNo, outcome === 'completed' ? 'processed' : 'refused', reason);
  draft.emit('concluded', { outcome, ...(reason === undefined ? {} : { reason }) });
  if (outcome !== 'completed' || draft.state.rules.service.mode === 'atOnce')
    draft.emit('served', { servedOn: draft.occasion.on, how: 'atOnce' });
}
