import { dueDate } from '../clock';
import type { Draft } from './draft';
import { isRunning } from './clocks';
import { clockRule } from './conditions';

/** Opens a line of the pause ledger; the clocks whose item lists the cause stand still from the next day. */
export function openPause(
  draft: Draft,
  cause: string,
  { documentNo, reason }: { documentNo?: string; reason?: string },
): void {
  const { state, occasion } = draft;
  const rule = state.rules.pauses.find((one) => one.cause === cause);
  const stopped = Object.values(state.clocks).filter(
    (clock) => isRunning(clock) && clockRule(state, clock.id).stoppedBy.includes(cause),
  );
  const limitOn = rule?.limit && dueDate({ start: occasion.on, ...rule.limit, calendar: state.calendar });
  draft.emit('pauseOpened', {
    pause: {
      id: `p${(state.counters.pause ?? 0) + 1}`,
      cause,
      legalBasis: rule?.legalBasis ?? '',
      openedBy: occasion.by,
      openedOn: occasion.on,
      clocks: stopped.map((clock) => clock.id),
      ...(documentNo ? { documentNo } : {}),
      ...(limitOn ? { limitOn } : {}),
      ...(reason ? { reason } : {}),
    },
  });
}

/** Ends a line of the ledger on the day of receipt; every clock it stopped is given its new date. */
export function endPause(draft: Draft, id: string, endedOn = draft.occasion.on): void {
  draft.emit('pauseEnded', { id, endedOn });
  draft.redate('pause');
}
