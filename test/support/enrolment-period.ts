import type { Clerk } from './clerk';
import { today } from './deadlines';

/** A 集中缴费期 that holds today, whatever day the tests are run on. */
export async function openEnrolmentPeriod(head: Clerk): Promise<void> {
  const answer = await head.post('/api/acceptance-windows', {
    kind: 'enrolmentPeriod',
    itemCodes: ['YT-1.4', 'YT-1.5'],
    name: '集中缴费期（今日）',
    from: today(),
    to: today(),
  });
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}
