import { OPERATIONS_QUEUE, type OperationActivities } from '@due-process/contracts';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { ActivityDeps } from '../deps';

const REDATE_WORKFLOW = 'redateCases';

/**
 * A calendar is published in one transaction and its re-dating is started after it: when the engine was away at that moment, nobody would start it.
 * Whatever was confirmed and is not finished is started again; one that runs already is left alone.
 */
export function createResumeRedatings({
  pool,
  client,
}: Pick<ActivityDeps, 'pool' | 'client'>): OperationActivities['resumeRedatings'] {
  return async () => {
    const { rows } = await pool.query<{ version: string }>(
      `select v.version from calendar_version v left join redating r on r.proposal = v.version
       where v.state = 'published' and v.confirmed_by is not null and coalesce(r.state, '') <> 'finished'`,
    );
    let started = 0;
    for (const { version } of rows) if (await start(client, version)) started++;
    return { started };
  };
}

async function start(client: ActivityDeps['client'], version: string): Promise<boolean> {
  try {
    await client.workflow.start(REDATE_WORKFLOW, {
      workflowId: `redate-${version}`,
      taskQueue: OPERATIONS_QUEUE,
      args: [{ proposal: version }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
