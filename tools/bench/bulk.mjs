import { setTimeout as pause } from 'node:timers/promises';
import { openLoop } from './open-loop.mjs';
import { openCase } from './product.mjs';

const opening = 12;
const patience = 300_000;

/**
 * One person's whole work handed over while clerks work (issue: 1,000 cases in under a minute on two cores). Every case is a real run and told by a
 * command of its own; the clerks' times are compared with those of the half minute before.
 */
export async function bulk({ desks, office, bulkCases, rate, progress }) {
  const supervisor = await office.signIn('qd-supervise');
  const caseNos = [];
  await progress.step(`登记 ${bulkCases} 件`, async (detail) => {
    const lane = async () => {
      while (caseNos.length < bulkCases) {
        const view = await openCase(desks[caseNos.length % desks.length]);
        if (caseNos.length < bulkCases) caseNos.push(view.caseNo);
        detail(`${caseNos.length}`);
      }
    };
    await Promise.all(Array.from({ length: opening }, lane));
  });
  return progress.step(`整体移交 ${bulkCases} 件`, async (detail) => {
    const load = openLoop({ desks, rate });
    await pause(10_000);
    const calmFrom = performance.now();
    await pause(20_000);
    const run = await supervisor.ask('POST', '/api/supervision/bulk', {
      kind: 'handOver',
      reason: '周五离岗',
      to: 'qd-window2',
      select: { caseNos },
    });
    const from = performance.now();
    const calm = load.between(calmFrom, from);
    await supervisor.ask('POST', `/api/supervision/bulk/${run.id}/confirm`, {});
    let seen = run;
    while (seen.state !== 'finished' && performance.now() - from < patience) {
      await pause(500);
      seen = await supervisor.ask('GET', `/api/supervision/bulk/${run.id}`);
      detail(`${seen.done} / ${seen.total}`);
    }
    const to = performance.now();
    const busy = load.between(from, to);
    await load.stop();
    return {
      wanted: bulkCases,
      ...seen,
      rate,
      seconds: (to - from) / 1000,
      calm: calm.map(({ took }) => took),
      busy: busy.map(({ took }) => took),
      failures: load.acts.flatMap(({ failure }) => failure ?? []),
    };
  });
}
