import { Injectable } from '@nestjs/common';
import {
  CASE_QUEUE,
  CASE_WORKFLOW,
  UPDATE_ACT,
  UPDATE_OPEN,
  UPDATE_TELL,
  caseWorkflowId,
  type ActCommand,
  type CaseStart,
  type CommandAnswer,
  type OpenCommand,
  type OutsideMessage,
} from '@due-process/contracts';
import { WithStartWorkflowOperation, WorkflowNotFoundError } from '@temporalio/client';
import {
  ApplicationFailure,
  WorkflowExecutionAlreadyStartedError,
  defineSearchAttributeKey,
  type Workflow,
} from '@temporalio/common';
import { TemporalGateway, callDeadlineMs } from '../platform/temporal/temporal-gateway';

/** The run is over or was never there: the journal in Postgres answers instead. */
export class CaseRunGone extends Error {}

const item = defineSearchAttributeKey('Item', 'KEYWORD');
const region = defineSearchAttributeKey('Region', 'KEYWORD');
const agency = defineSearchAttributeKey('Agency', 'KEYWORD');

/** One command is one Update; its id carries key and body, so that sending it again finds the first answer. */
const updateIdOf = ({ key, bodyMac }: { key: string; bodyMac: string }): string => `${key}.${bodyMac}`;

const startOptions = (start: CaseStart) => ({
  workflowId: caseWorkflowId(start.caseNo),
  taskQueue: CASE_QUEUE,
  args: [start],
  workflowTaskTimeout: '5s' as const,
  typedSearchAttributes: [
    { key: item, value: start.rules.code },
    { key: region, value: start.rules.agency },
    { key: agency, value: start.rules.agency },
  ],
});

/** What the server says of an Update that was accepted by a run which then ended. */
const endedDuring = new Set(['AcceptedUpdateCompletedWorkflow']);

/** Commands and messages to a case, by Update. Each call ends within the deadline that is left of the request. */
@Injectable()
export class CaseEngine {
  constructor(private readonly gateway: TemporalGateway) {}

  open(start: CaseStart, command: OpenCommand, since: number): Promise<CommandAnswer> {
    return this.answered(since, (client) => {
      const startWorkflowOperation = new WithStartWorkflowOperation(CASE_WORKFLOW, {
        ...startOptions(start),
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      });
      return client.workflow.executeUpdateWithStart<Workflow, CommandAnswer, [OpenCommand]>(UPDATE_OPEN, {
        updateId: updateIdOf(command),
        args: [command],
        startWorkflowOperation,
      });
    });
  }

  act(caseNo: string, command: ActCommand, since: number): Promise<CommandAnswer> {
    return this.answered(since, (client) =>
      client.workflow
        .getHandle(caseWorkflowId(caseNo))
        .executeUpdate<CommandAnswer, [ActCommand]>(UPDATE_ACT, { updateId: updateIdOf(command), args: [command] }),
    );
  }

  tell(caseNo: string, updateId: string, message: OutsideMessage, since = Date.now()): Promise<CommandAnswer> {
    return this.answered(since, (client) =>
      client.workflow
        .getHandle(caseWorkflowId(caseNo))
        .executeUpdate<CommandAnswer, [OutsideMessage]>(UPDATE_TELL, { updateId, args: [message] }),
    );
  }

  /** Ends whatever runs for this case and begins a run from the state that the journal gives. */
  async rebuild(start: CaseStart): Promise<void> {
    await this.answered(Date.now(), (client) =>
      client.workflow.start(CASE_WORKFLOW, {
        ...startOptions(start),
        workflowIdConflictPolicy: 'TERMINATE_EXISTING',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      }),
    );
  }

  /** Tries what waits between two attempts at once, its count of attempts begun anew. */
  async retryNow(caseNo: string): Promise<void> {
    const execution = { workflowId: caseWorkflowId(caseNo) };
    const { namespace, workflowService } = this.gateway;
    await this.answered(Date.now(), async (client) => {
      const { raw } = await client.workflow.getHandle(execution.workflowId).describe();
      const waiting = (raw.pendingActivities ?? []).filter(({ attempt }) => (attempt ?? 0) > 1);
      for (const { activityId } of waiting)
        await workflowService.resetActivity({ namespace, execution, ...(activityId ? { id: activityId } : {}) });
    });
  }

  /** @throws CaseRunGone when there is no run to answer. */
  private async answered<T>(since: number, work: Parameters<TemporalGateway['call']>[0]): Promise<T> {
    try {
      const left = callDeadlineMs - (Date.now() - since);
      return (await this.gateway.call(work, Math.max(left, 1000))) as T;
    } catch (error) {
      if (isGone(error)) throw new CaseRunGone('no run answers for this case', { cause: error });
      throw error;
    }
  }
}

function isGone(error: unknown): boolean {
  for (let link = error, depth = 0; link instanceof Error && depth < 6; link = link.cause, depth++) {
    if (link instanceof WorkflowNotFoundError || link instanceof WorkflowExecutionAlreadyStartedError) return true;
    if (link instanceof ApplicationFailure && endedDuring.has(link.type ?? '')) return true;
  }
  return false;
}
