import { clerk } from '../support/clerk';
import { publish } from '../support/designation';

/** A 受理计划 of a year before: applications of its days are registered afterwards. */
export async function publishPlanOf(year: number): Promise<void> {
  const head = await clerk('qd-head');
  await publish(head, {
    kind: 'acceptancePlan',
    itemCodes: ['QD-9.1', 'QD-9.2'],
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
}
