import type { EffectInput, EffectResult } from '@due-process/contracts';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';
import type { CaseOpener } from './open-from-source';

/**
 * 免申即享 out of a case (YT-8.5 三.1): the same applicant, at the same office, on the same path as at the counter. The reference is what is granted once, so a
 * second case about the same finds the first.
 */
export function createOpenCase(opener: CaseOpener, people: PersonStore) {
  return async function openCase(effect: EffectInput): Promise<EffectResult> {
    const {
      itemCode,
      officeId,
      reference,
      channel,
      variant,
      applicantKind: kind,
      idType,
      form,
    } = inputOf('openCase', effect);
    const { caseNo, agency } = effect;
    const { name, idNumber } = await people.applicantOf(caseNo);
    const phone = await people.phoneOf(caseNo);
    const outcome = await opener.open(agency, {
      source: { kind: 'case', reference },
      itemCode,
      ...(officeId ? { officeId } : {}),
      channel,
      ...(variant ? { variant } : {}),
      applicant: { kind, name, idType, idNumber, ...(phone ? { phone } : {}) },
      form,
      acceptNow: true,
    });
    if ('refused' in outcome) return { outcome: 'rejected', data: outcome.refused };
    const { caseNo: opened, repeated } = outcome.opened;
    return { outcome: 'done', data: { caseNo: opened, repeated } };
  };
}
