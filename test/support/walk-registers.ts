import type { ItemPublished } from '@due-process/contracts';
import { sandbox } from './sandbox';

/** Whom a walk is about, as the registers outside know them. */
export interface Registered {
  idNumber: string;
  kind: 'employee' | 'resident';
  /** Day of a death that is registered. */
  diedOn: string;
}

/** Sets up outside what a situation says that the registers know. */
export async function tellRegisters(
  { agency, facts: rules }: ItemPublished,
  { idNumber, kind, diedOn }: Registered,
  facts: Record<string, string>,
): Promise<void> {
  for (const [id, status] of Object.entries(facts)) {
    const lookup = rules.find((fact) => fact.id === id)?.lookup;
    if (lookup === 'enrolment' || lookup === 'insuranceRecord')
      await sandbox.enrolment({ idNumber, region: agency, status, kind });
    else if (lookup === 'deathRecord' && status === 'registered')
      await sandbox.register('deaths', { idNumber, diedOn });
    else if (lookup === 'employerRecord' && status === 'none')
      await sandbox.register('employers', { creditCode: idNumber });
    else if (lookup && !['application', 'derived', 'deathRecord', 'employerRecord'].includes(lookup))
      await sandbox.register('registers', { register: lookup, idNumber, status });
  }
}
