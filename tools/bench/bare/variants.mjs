import { randomUUID } from 'node:crypto';
import { insertStep } from './table.mjs';

const acts = ['认领', '受理', '认领', '不予办理'];

/** Five requests a case, as the product's five steps: the start, and four Updates. @param {import('@temporalio/client').Client} client */
export const bareVariant = (client, taskQueue) => ({
  async runCase(_clerk, time) {
    const workflowId = `bare-${randomUUID()}`;
    const handle = await time(() => client.workflow.start('bareCase', { workflowId, taskQueue, args: [] }));
    for (const act of acts) await time(() => handle.executeUpdate('step', { args: [act] }));
    return workflowId;
  },
});

/** No engine and no HTTP: five statements. @param {import('pg').Pool} pool */
export const floorVariant = (pool) => ({
  async runCase(_clerk, time) {
    const caseId = `floor-${randomUUID()}`;
    for (const [at, act] of ['收件', ...acts].entries()) await time(() => insertStep(pool, caseId, at, act));
    return undefined;
  },
});
