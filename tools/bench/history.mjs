import { setTimeout as pause } from 'node:timers/promises';
import { median } from './statistics.mjs';

const patience = 60_000;

/** Until the runs of the last cases have closed: what a command leaves to be done afterwards belongs to its cost. */
export async function untilClosed(client, ids) {
  const began = performance.now();
  for (const id of ids.slice(-16)) {
    while ((await client.workflow.getHandle(id).describe()).status.name === 'RUNNING') {
      if (performance.now() - began > patience) throw new Error(`${id} 在 ${patience / 1000} 秒内没有结束`);
      await pause(50);
    }
  }
  return (performance.now() - began) / 1000;
}

/** What the engine keeps of a case: the medians of a few. */
export async function historyOf(client, ids, samples = 9) {
  const every = Math.max(1, Math.floor(ids.length / samples));
  const chosen = ids.filter((_id, at) => at % every === 0).slice(0, samples);
  const told = await Promise.all(
    chosen.map(async (id) => (await client.workflow.getHandle(id).describe()).raw.workflowExecutionInfo),
  );
  const middle = (field) => median(told.map((info) => Number(info?.[field] ?? 0)));
  return {
    transitions: middle('stateTransitionCount'),
    events: middle('historyLength'),
    bytes: middle('historySizeBytes'),
  };
}
