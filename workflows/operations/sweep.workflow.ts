import type { OperationActivities } from '@due-process/contracts';
import { sweepActivities } from './activity-groups';

export interface SweepResult {
  engine: Awaited<ReturnType<OperationActivities['sweepEngine']>>;
  repairs: Awaited<ReturnType<OperationActivities['checkRepairs']>>;
}

/** Three times a minute: what only the engine knows comes into the tables, then it is seen whether what was repaired has moved (design §9). */
export async function sweep(): Promise<SweepResult> {
  const engine = await sweepActivities.sweepEngine();
  return { engine, repairs: await sweepActivities.checkRepairs() };
}
