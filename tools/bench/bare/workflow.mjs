import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';

/**
 * The least a durable case can be: four Updates, each one local activity with one SQL insert, and one timer of twenty days. No rules, no
 * clocks, no projection, no encryption. What the product costs is compared with this.
 */
const { insertStep } = proxyLocalActivities({ startToCloseTimeout: '5s' });
const steps = 4;

export const step = defineUpdate('step');

export async function bareCase() {
  let done = 0;
  const { workflowId } = workflowInfo();
  setHandler(step, async (text) => {
    await insertStep(workflowId, done + 1, text);
    return ++done;
  });
  await condition(() => done >= steps, '20 days');
  await condition(allHandlersFinished);
  return done;
}
