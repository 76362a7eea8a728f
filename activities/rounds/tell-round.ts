import { caseWorkflowId, UPDATE_TELL, type IsoDate, type OutsideMessage, type RoundStep } from '@due-process/contracts';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';

/** A case that does not answer within this is told at a later look; the others go on. */
const patienceMs = 10_000;

export interface RoundTelling {
  windowId: string;
  name: string;
  step: RoundStep;
  on: IsoDate;
}

/** Tells one case that its round has reached a step. The update's id is round and step: a case hears of it once however often it is told. */
export async function tellOfRound(
  client: Client,
  { windowId, step, on }: RoundTelling,
  caseNo: string,
): Promise<boolean> {
  const message: OutsideMessage = { type: 'roundOpened', round: step, period: windowId, on, ahead: true };
  const handle = client.workflow.getHandle(caseWorkflowId(caseNo));
  try {
    await client.withDeadline(Date.now() + patienceMs, () =>
      handle.executeUpdate(UPDATE_TELL, { args: [message], updateId: `${windowId}-${step}` }),
    );
    return true;
  } catch (error) {
    // Ended meanwhile: nothing is left to tell. Anything else is tried again.
    return error instanceof WorkflowNotFoundError;
  }
}
