import type { SettlementActivities } from '@due-process/contracts';
import { createLetterSigner } from '@due-process/secrets';
import type { ActivityDeps } from '../deps';
import { createCaseOpener } from '../openings/open-from-source';
import { createDueSettlements } from './due-settlements.store';
import { createOpenSettlements } from './open-settlements';

export function createSettlementActivities({
  pool,
  keys,
  apiUrl,
}: Pick<ActivityDeps, 'pool' | 'keys' | 'apiUrl'>): SettlementActivities {
  return {
    openSettlements: createOpenSettlements(
      createDueSettlements(pool),
      createCaseOpener(apiUrl, createLetterSigner(keys)),
    ),
  };
}
