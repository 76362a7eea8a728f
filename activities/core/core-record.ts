import type { EffectInput, EffectResult } from '@due-process/contracts';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';
import type { CorePlatform } from './wire';

/** Enters one record under the case's applicant. */
export function createCoreRecord(core: CorePlatform, people: PersonStore) {
  return async function coreRecord(effect: EffectInput): Promise<EffectResult> {
    const { kind, data } = inputOf('coreRecord', effect);
    const { caseNo, key, agency } = effect;
    const { idNumber } = await people.applicantOf(caseNo);
    return core.enter({ key, caseNo, region: agency, idNumber, kind, data: await inClear(data, people) });
  };
}

/** Sealed values of a form in the clear, for this one request. */
async function inClear(data: Record<string, unknown>, people: PersonStore): Promise<Record<string, unknown>> {
  const entries = await Promise.all(
    Object.entries(data).map(async ([name, value]) => [
      name,
      isSealed(value) ? await people.sealedValue(value.sealed) : value,
    ]),
  );
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const isSealed = (value: unknown): value is { sealed: string } =>
  typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string';
