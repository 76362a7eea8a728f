import { CASE_QUEUE, CASE_WORKFLOW, EFFECT_QUEUE, OPERATIONS_QUEUE, caseWorkflowId } from '@due-process/contracts';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import { temporal } from '@temporalio/proto';

const { TaskQueueType } = temporal.api.enums.v1;

export interface QueueState {
  queue: string;
  type: 'workflow' | 'activity';
  backlog: number;
  oldestSeconds: number;
  pollers: number;
}

const prefix = caseWorkflowId('');
const ofCases = `WorkflowType = '${CASE_WORKFLOW}'`;
const problems = `TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`;
/** A failing deployment fails on everything: more than this many are counted at the next look. */
const mostListed = 5000;
const detailLength = 200;

/** What the sweep asks of the engine. Its lists are some seconds behind, so whatever seems wrong is asked about again, run by run. */
export function createEngineEyes(client: Client) {
  const { namespace } = client.options;
  const list = async (query: string, most = mostListed): Promise<string[]> => {
    const cases: string[] = [];
    for await (const { workflowId } of client.workflow.list({ query, pageSize: 1000 })) {
      if (workflowId.startsWith(prefix)) cases.push(workflowId.slice(prefix.length));
      if (cases.length >= most) break;
    }
    return cases;
  };
  const described = async (caseNo: string) => {
    try {
      return await client.workflow.getHandle(caseWorkflowId(caseNo)).describe();
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    }
  };
  return {
    failing: () => list(`${ofCases} AND ExecutionStatus = 'Running' AND ${problems}`),
    running: () => list(`${ofCases} AND ExecutionStatus = 'Running'`, Infinity),
    startedSince: (since: Date) =>
      list(`${ofCases} AND ExecutionStatus = 'Running' AND StartTime > '${since.toISOString()}'`),
    closedSince: (since: Date) =>
      list(
        `${ofCases} AND ExecutionStatus IN ('Terminated', 'Failed', 'TimedOut', 'Canceled', 'Completed') AND CloseTime > '${since.toISOString()}'`,
      ),

    async isRunning(caseNo: string): Promise<boolean> {
      return (await described(caseNo))?.status.name === 'RUNNING';
    },

    /** Types of the activities that the run waits for; none when it is gone. */
    async pendingActivities(caseNo: string): Promise<ReadonlySet<string>> {
      const pending = (await described(caseNo))?.raw.pendingActivities ?? [];
      return new Set(pending.flatMap(({ activityType }) => activityType?.name ?? []));
    },

    /** How a run's task fails: how often, and the error of its last recorded failure. */
    async failureOf(caseNo: string): Promise<{ code: string; detail: string }> {
      const execution = { workflowId: caseWorkflowId(caseNo) };
      const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
        namespace,
        execution,
        maximumPageSize: 20,
      });
      const failed = history?.events?.find((event) => event.workflowTaskFailedEventAttributes);
      const attributes = failed?.workflowTaskFailedEventAttributes;
      const attempt = (await described(caseNo))?.raw.pendingWorkflowTask?.attempt ?? 0;
      const error = await decodeOptionalFailureToOptionalError(
        client.options.loadedDataConverter,
        attributes?.failure ?? undefined,
      );
      const cause = temporal.api.enums.v1.WorkflowTaskFailedCause[attributes?.cause ?? 0] ?? 'UNKNOWN';
      return {
        code: attributes ? cause.replace('WORKFLOW_TASK_FAILED_CAUSE_', '') : 'TASK_TIMED_OUT',
        detail: `×${attempt} ${error?.message ?? ''}`.trim().slice(0, detailLength),
      };
    },

    queues: () =>
      Promise.all(
        [CASE_QUEUE, EFFECT_QUEUE, OPERATIONS_QUEUE].flatMap((queue) =>
          (['workflow', 'activity'] as const).map(async (type): Promise<QueueState> => {
            const { stats, pollers } = await client.workflowService.describeTaskQueue({
              namespace,
              taskQueue: { name: queue },
              taskQueueType:
                type === 'workflow' ? TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW : TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
              reportStats: true,
            });
            return {
              queue,
              type,
              backlog: Number(stats?.approximateBacklogCount ?? 0),
              oldestSeconds: Number(stats?.approximateBacklogAge?.seconds ?? 0),
              pollers: pollers?.length ?? 0,
            };
          }),
        ),
      ),
  };
}

export type EngineEyes = ReturnType<typeof createEngineEyes>;
