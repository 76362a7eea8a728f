import { caseWorkflowId, UPDATE_TELL, type OutsideMessage, type WorkCalendar } from '@due-process/contracts';
import { trimCalendar } from '@due-process/domain';
import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { AffectedCase } from './redating.store';

/** A case that does not answer within this is broken or its worker is down: it is tried again in the next round, the others go on. */
const patienceMs = 10_000;

export interface Telling {
  calendar: WorkCalendar;
  proposal: string;
  today: string;
}

export type Told = 'told' | 'gone' | { code: string };

/** Tells one case of a newer calendar. The update's id is the version, so a case hears of it once however often it is told. */
export async function tellCase(client: Client, telling: Telling, affected: AffectedCase): Promise<Told> {
  const { calendar, proposal, today } = telling;
  const last = affected.horizon_on > today ? affected.horizon_on : today;
  const message: OutsideMessage = {
    type: 'calendarPublished',
    calendar: trimCalendar(calendar, affected.received_on, last),
    proposal,
  };
  const handle = client.workflow.getHandle(caseWorkflowId(affected.case_no));
  try {
    await client.withDeadline(Date.now() + patienceMs, () =>
      handle.executeUpdate(UPDATE_TELL, { args: [message], updateId: `calendar-${calendar.version}` }),
    );
    return 'told';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    return { code: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return 'CASE_SILENT';
  if (error instanceof WorkflowUpdateFailedError) {
    return error.cause instanceof ApplicationFailure && error.cause.type ? error.cause.type : 'CASE_REFUSED';
  }
  return isGrpcServiceError(error) ? `GRPC_${error.code}` : 'UNKNOWN';
}
