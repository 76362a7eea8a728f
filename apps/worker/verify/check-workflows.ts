import { CASE_WORKFLOW, caseWorkflowId } from '@due-process/contracts';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Difference, Findings } from './difference';

/**
 * Cases that have not ended against workflows that run. The engine's list is some seconds behind, and cases move meanwhile: whatever seems
 * to differ is asked about again, case by case, from the workflow and the journal themselves.
 */
export async function checkWorkflows(pool: Pool, client: Client): Promise<Findings> {
  const listed = new Set<string>();
  for await (const { workflowId } of client.workflow.list({
    query: `WorkflowType = '${CASE_WORKFLOW}' AND ExecutionStatus = 'Running'`,
  })) {
    listed.add(workflowId);
  }
  const { rows } = await pool.query<{ case_no: string }>(
    'select case_no from case_file where not ended order by case_no',
  );
  const differences: Difference[] = [];
  const expected = new Set<string>();
  for (const { case_no: caseNo } of rows) {
    expected.add(caseWorkflowId(caseNo));
    if (listed.has(caseWorkflowId(caseNo))) continue;
    if (!(await isRunning(client, caseWorkflowId(caseNo))) && (await isUnended(pool, caseNo)))
      differences.push({ kind: 'workflowMissing', caseNo, detail: 'no workflow runs for this case' });
  }
  for (const id of listed) {
    const caseNo = id.replace(/^case-/, '');
    if (expected.has(id) || (await isUnended(pool, caseNo)) || !(await isRunning(client, id))) continue;
    differences.push({
      kind: 'workflowUnexpected',
      caseNo,
      detail: 'a workflow runs and the journal has no such open case',
    });
  }
  return { checked: expected.size, differences };
}

async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function isUnended(pool: Pool, caseNo: string): Promise<boolean> {
  const { rowCount } = await pool.query('select 1 from case_file where case_no = $1 and not ended', [caseNo]);
  return rowCount === 1;
}
