import type { SupervisionActivities } from '@due-process/contracts';
import type { ActivityDeps } from '../deps';
import { createBulkActivities } from './bulk.activities';
import { createBulkStore } from './bulk.store';
import { createCheckRepairs } from './check-repairs';
import { createCollectResults } from './collect-results';
import { createEngineEyes } from './engine-eyes';
import { createGiveCards } from './give-cards';
import { createRunFaultStore } from './run-fault.store';
import { createSweepEngine } from './sweep-engine';

export function createSupervisionActivities({
  pool,
  client,
}: Pick<ActivityDeps, 'pool' | 'client'>): SupervisionActivities {
  return {
    sweepEngine: createSweepEngine(createEngineEyes(client), createRunFaultStore(pool)),
    checkRepairs: createCheckRepairs(pool),
    collectResults: createCollectResults(pool),
    giveCards: createGiveCards(pool),
    ...createBulkActivities(client, createBulkStore(pool)),
  };
}
