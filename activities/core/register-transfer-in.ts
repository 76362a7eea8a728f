import type { EffectInput, EffectResult } from '@due-process/contracts';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';
import type { CorePlatform } from './wire';

/** Enters the months and the balance of the information form for the applicant in this agency's region. */
export function createRegisterTransferIn(core: CorePlatform, people: PersonStore) {
  return async function registerTransferIn(effect: EffectInput): Promise<EffectResult> {
    const { fromRegion, toRegion, months, accountBalanceFen } = inputOf('registerTransferIn', effect);
    const { caseNo, key, agency } = effect;
    const { idNumber } = await people.applicantOf(caseNo);
    return core.register({
      key,
      caseNo,
      idNumber,
      fromRegion,
      toRegion: toRegion ?? agency,
      months,
      accountBalanceFen: accountBalanceFen ?? 0,
    });
  };
}
