import type { EffectInput, EffectResult } from '@due-process/contracts';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';
import type { CorePlatform } from './wire';

/** 一单制结算 (YT-4 四): one visit of the applicant, settled in three parts under the effect's key. */
export function createSettleCard(core: CorePlatform, people: PersonStore) {
  return async function settleCard(effect: EffectInput): Promise<EffectResult> {
    const { costs, shares } = inputOf('settleCard', effect);
    const { caseNo, key, agency } = effect;
    const { idNumber } = await people.applicantOf(caseNo);
    return core.settle({ key, caseNo, region: agency, idNumber, costs, shares });
  };
}
