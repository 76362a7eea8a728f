import type { EffectActivities } from '@due-process/contracts';
import { createLetterSigner } from '@due-process/secrets';
import { createRestrictApplicant } from './admission/restrict-applicant';
import { createCoreRecord } from './core/core-record';
import { createRegisterTransferIn } from './core/register-transfer-in';
import { createSettleCard } from './core/settle-card';
import { createCorePlatform } from './core/wire';
import type { ActivityDeps } from './deps';
import { createPayBenefit } from './fund/pay-benefit';
import { createPayeeStore } from './fund/payee.store';
import { createSettleAccount } from './fund/settle-account';
import { createFund } from './fund/wire';
import { createDeliverLetter } from './letters/deliver-letter';
import { createSendReceipt } from './letters/send-receipt';
import { createExchange } from './letters/wire';
import { createCaseOpener } from './openings/open-from-source';
import { createOpenCase } from './openings/open-case';
import { createPersonStore } from './people/person.store';
import { createProcessRoster } from './roster/process-roster';
import { createRosterBook } from './roster/roster-book.store';
import { createEnterLines } from './roster/wire';
import { createDesignateInstitution } from './settlement/designate-institution';
import { createSettlementSet } from './settlement/settlement-set';

/** Everything slow or outside that one case asks for. Each is idempotent by a key that the receiver sees. */
export function createEffectActivities(
  deps: Pick<ActivityDeps, 'pool' | 'keys' | 'outside' | 'apiUrl'>,
): EffectActivities {
  const exchange = createExchange(deps.outside.exchange, createLetterSigner(deps.keys));
  const people = createPersonStore(deps.pool, deps.keys);
  const core = createCorePlatform(deps.outside.core);
  const fund = createFund(deps.outside.fund);
  return {
    deliverLetter: createDeliverLetter(exchange, people),
    sendReceipt: createSendReceipt(exchange),
    settleAccount: createSettleAccount(fund, people, createPayeeStore(deps.pool)),
    registerTransferIn: createRegisterTransferIn(core, people),
    coreRecord: createCoreRecord(core, people),
    payBenefit: createPayBenefit(fund, people),
    settleCard: createSettleCard(core, people),
    processRoster: createProcessRoster(createEnterLines(deps.outside.core), createRosterBook(deps.pool, deps.keys)),
    restrictApplicant: createRestrictApplicant(deps.pool),
    designateInstitution: createDesignateInstitution(deps.pool, people),
    openCase: createOpenCase(createCaseOpener(deps.apiUrl, createLetterSigner(deps.keys)), people),
    ...createSettlementSet(deps.pool, fund, people),
  };
}
