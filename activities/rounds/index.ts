import type { RoundActivities } from '@due-process/contracts';
import type { ActivityDeps } from '../deps';
import { createKeepRounds } from './keep-rounds';
import { createLookAtRound } from './look-at-round';
import { createRoundStore } from './round.store';
import { tellOfRound } from './tell-round';

export function createRoundActivities({
  pool,
  client,
  redatesPerSecond,
}: Pick<ActivityDeps, 'pool' | 'client' | 'redatesPerSecond'>): RoundActivities {
  const tell = tellOfRound.bind(undefined, client);
  return {
    lookAtRound: createLookAtRound(createRoundStore(pool), tell, redatesPerSecond),
    keepRounds: createKeepRounds(pool, client),
  };
}
