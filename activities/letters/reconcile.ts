import type { OperationActivities } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { Context } from '@temporalio/activity';
import type { PersonStore } from '../people/person.store';
import type { Difference, OwnLetter } from './books';
import { compare } from './compare';
import { withPerson } from './deliver-letter';
import type { LetterBook } from './letter-book.store';
import type { Exchange } from './wire';

/** Days of the platform's list that are compared: longer than any outage a letter is retried over. */
const lookBackDays = 30;
const dayMs = 86_400_000;

type ReconcileLetters = OperationActivities['reconcileLetters'];

/**
 * The daily comparison (对账) of what each agency has with what the platform has. A letter that the platform never accepted is sent again,
 * which under its number is harmless; everything else that differs is written down once and told to the agency's supervisors.
 */
export function createReconcileLetters(exchange: Exchange, book: LetterBook, people: PersonStore): ReconcileLetters {
  return async function reconcileLetters() {
    const { heartbeat } = Context.current();
    const now = Date.now();
    const today = shanghaiDate(new Date(now).toISOString());
    const from = shanghaiDate(new Date(now - lookBackDays * dayMs).toISOString());
    const sum = { checked: 0, missing: 0, resent: 0 };
    for (const agency of await book.agencies()) {
      const listed = await exchange.list(agency, from, today);
      const own = await book.own(agency, from);
      heartbeat();
      const { resend, differences } = compare({ listed, own, today, now });
      const refused: Difference[] = [];
      for (const letter of resend) {
        const code = await sendAgain(letter);
        heartbeat();
        if (code === undefined) sum.resent++;
        else refused.push({ letterNo: letter.letterNo, kind: 'refused', caseNo: letter.caseNo, detail: code });
      }
      const found = [...differences, ...refused];
      await book.keep(agency, today, found);
      sum.checked += listed.length + resend.length;
      sum.missing += found.length;
    }
    return sum;
  };

  async function sendAgain({ caseNo, state: _state, ...letter }: OwnLetter): Promise<string | undefined> {
    const { outcome, data } = await exchange.send(await withPerson(letter, caseNo, people));
    return outcome === 'done' ? undefined : String(data.code);
  }
}
