import { caseWorkflowId, UPDATE_TELL, type OutsideMessage } from '@due-process/contracts';
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import type { OpenRound } from './review-round.store';

/** A case that does not answer within this is broken or its worker is down: it is tried again later, the others go on. */
const patienceMs = 10_000;

export type Reached = 'told' | 'gone' | { code: string };

/** Tells one case that the round has taken it up. The update's id is the round, so a case hears of it once however often it is told. */
export async function tellReview(
  client: Client,
  { id, round, period, reviewOn }: OpenRound,
  caseNo: string,
): Promise<Reached> {
  const message: OutsideMessage = { type: 'roundOpened', round, period, on: reviewOn };
  const handle = client.workflow.getHandle(caseWorkflowId(caseNo));
  try {
    await client.withDeadline(Date.now() + patienceMs, () =>
      handle.executeUpdate(UPDATE_TELL, { args: [message], updateId: `review-${id}` }),
    );
    return 'told';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { code: 'CASE_SILENT' };
    return { code: error instanceof WorkflowUpdateFailedError ? 'CASE_REFUSED' : 'UNKNOWN' };
  }
}
