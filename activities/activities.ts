import type { EffectActivities, OperationActivities, RecordActivities } from '@due-process/contracts';
import { createLetterSigner } from '@due-process/secrets';
import { createRedatingActivities } from './calendar/redating.activities';
import type { ActivityDeps } from './deps';
import { createEffectActivities } from './effects';
import { createLetterBook } from './letters/letter-book.store';
import { createReconcileLetters } from './letters/reconcile';
import { createExchange } from './letters/wire';
import { createPersonStore } from './people/person.store';

/** Everything the worker process registers, by task queue. */
export interface WorkerActivities {
  cases: Partial<RecordActivities>;
  effects: EffectActivities;
  operations: Partial<OperationActivities>;
}

export function createActivities(deps: ActivityDeps): WorkerActivities {
  return {
    cases: {},
    effects: createEffectActivities(deps),
    operations: {
      ...createRedatingActivities(deps),
      reconcileLetters: createReconcileLetters(
        createExchange(deps.outside.exchange, createLetterSigner(deps.keys)),
        createLetterBook(deps.pool),
        createPersonStore(deps.pool, deps.keys),
      ),
    },
  };
}
