import type {
  EffectActivities,
  OperationActivities,
  RecordActivities,
  ReviewRoundActivities,
  RoundActivities,
  SettlementActivities,
} from '@due-process/contracts';
import { createColumnCipher, createLetterSigner } from '@due-process/secrets';
import { createRedatingActivities } from './calendar/redating.activities';
import { createResumeRedatings } from './calendar/resume-redatings';
import type { ActivityDeps } from './deps';
import { createEffectActivities } from './effects';
import { createEscalationActivities } from './escalation';
import { createLetterBook } from './letters/letter-book.store';
import { createReconcileLetters } from './letters/reconcile';
import { createExchange } from './letters/wire';
import { createPersonStore } from './people/person.store';
import { createRecordActivities } from './record';
import { createReviewRoundActivities } from './review-rounds';
import { createRoundActivities } from './rounds';
import { createSettlementActivities } from './settlement';
import { createSupervisionActivities } from './supervision';

/** Everything the worker process registers, by task queue. */
export interface WorkerActivities {
  cases: RecordActivities;
  effects: EffectActivities;
  operations: OperationActivities & RoundActivities & ReviewRoundActivities & SettlementActivities;
}

export function createActivities(deps: ActivityDeps): WorkerActivities {
  return {
    cases: createRecordActivities(deps),
    effects: createEffectActivities(deps),
    operations: {
      ...createEscalationActivities({
        pool: deps.pool,
        smsUrl: deps.outside.sms,
        cipher: createColumnCipher(deps.keys),
      }),
      ...createRedatingActivities(deps),
      ...createRoundActivities(deps),
      ...createReviewRoundActivities(deps),
      ...createSupervisionActivities(deps),
      ...createSettlementActivities(deps),
      resumeRedatings: createResumeRedatings(deps),
      reconcileLetters: createReconcileLetters(
        createExchange(deps.outside.exchange, createLetterSigner(deps.keys)),
        createLetterBook(deps.pool),
        createPersonStore(deps.pool, deps.keys),
      ),
    },
  };
}
