import { OPERATIONS_QUEUE } from '@due-process/contracts';
import { randomUUID } from 'node:crypto';
import { clerk } from './clerk';
import { today } from './deadlines';
import { query, withTemporal } from './system';

/** Rounds of the catalogue as their people open them: the quarter's review by the head (YT-7), the batches of designation by their published days (YT-10.1, YT-10.2). */
export async function openRound(itemCode: string, agency: string, round: string): Promise<void> {
  if (round === 'quarterReview') return openQuarter(itemCode, agency);
  await withTemporal((client) =>
    client.workflow.execute('keepRounds', {
      workflowId: `walk-rounds-${randomUUID()}`,
      taskQueue: OPERATIONS_QUEUE,
      args: [],
    }),
  );
  await lookAgain(itemCode, agency);
}

/** A round that is under way looks at its applications every so often; its head has it look now. */
async function lookAgain(itemCode: string, agency: string): Promise<void> {
  const rounds = await query<{ id: string }>(
    `select id from acceptance_window
      where kind = 'designationRound' and region = $1 and $2 = any(item_codes) and withdrawn_at is null and closes_on < $3`,
    [agency, itemCode, today()],
  );
  const head = await clerk(agency === '370600' ? 'yt-head' : 'qd-head');
  for (const { id } of rounds) await head.ask('POST', `/api/acceptance-windows/${id}/advance`);
}

/** Once a quarter: on a system where another walk opened it, it is opened anew. */
async function openQuarter(itemCode: string, agency: string): Promise<void> {
  await query('delete from review_round where agency = $1', [agency]);
  const head = await clerk(agency === '370600' ? 'yt-head' : 'qd-head');
  const answer = await head.post('/api/review-rounds', { itemCode });
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}
