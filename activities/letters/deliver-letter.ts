import type { EffectInput, EffectResult, LetterEnvelope, LetterType } from '@due-process/contracts';
import type { PersonStore } from '../people/person.store';
import type { Exchange } from './wire';
import { inputOf } from '../outside/input';

/** Letters that name the person they are about; the others refer to one of these by number. */
const namesPerson: ReadonlySet<LetterType> = new Set<LetterType>([
  'enrolmentCertificate',
  'contactLetter',
  'informationForm',
]);

/**
 * The case keeps a letter without its person: name and number are read from their sealed columns at the moment of sending and
 * live in the signed text alone. A number stands for one text for ever, so only what never changes between two tries is added: no
 * telephone.
 */
export function createDeliverLetter(exchange: Exchange, people: PersonStore) {
  return async function deliverLetter(effect: EffectInput): Promise<EffectResult> {
    const { letter } = inputOf('deliverLetter', effect);
    return exchange.send(await withPerson(letter, effect.caseNo, people));
  };
}

export async function withPerson(letter: LetterEnvelope, caseNo: string, people: PersonStore): Promise<LetterEnvelope> {
  if (!namesPerson.has(letter.type)) return letter;
  const { name, idNumber } = await people.applicantOf(caseNo);
  return { ...letter, body: { ...letter.body, person: { name, idNumber } } };
}
