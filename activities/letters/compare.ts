import type { IsoDate } from '@due-process/contracts';
import type { OwnBook, OwnLetter } from './letter-book.store';
import type { ExchangeLetter } from './wire';

/**
 * `notAccepted`: we hold it as sent, the platform does not know it. `notDelivered`: the platform has had it for a day and could not bring
 * it. `notReceived`: the platform says we took it, and we have not. `refused`: the recipient or the platform will never take it.
 */
export type DifferenceKind = 'notAccepted' | 'notDelivered' | 'notReceived' | 'refused';

export interface Difference {
  letterNo: string;
  kind: DifferenceKind;
  caseNo?: string;
  detail?: string;
}

const dayMs = 86_400_000;

export function compare(books: { listed: ExchangeLetter[]; own: OwnBook; today: IsoDate; now: number }): {
  resend: OwnLetter[];
  differences: Difference[];
} {
  const { listed, own, today, now } = books;
  const known = new Map(
    listed.filter(({ direction }) => direction === 'sent').map((letter) => [letter.letterNo, letter]),
  );
  const caseOf = new Map(own.sent.map(({ letterNo, caseNo }) => [letterNo, caseNo]));
  const unknown = own.sent.filter(({ letterNo }) => !known.has(letterNo));
  const differences: Difference[] = unknown
    .filter(({ issuedOn, state }) => state !== 'refused' && issuedOn < today)
    .map(({ letterNo, caseNo }) => ({ letterNo, caseNo, kind: 'notAccepted' }));

  for (const { letterNo, direction, state, acceptedAt } of listed) {
    const caseNo = caseOf.get(letterNo);
    const about = { letterNo, ...(caseNo !== undefined && { caseNo }) };
    const overdue = now - Date.parse(acceptedAt) > dayMs;
    if (state === 'refused' && direction === 'sent') {
      if (own.sent.some((letter) => letter.letterNo === letterNo && letter.state !== 'refused'))
        differences.push({ ...about, kind: 'refused' });
    } else if (state !== 'delivered' && state !== 'refused') {
      if (overdue) differences.push({ ...about, kind: 'notDelivered', detail: state });
    } else if (state === 'delivered' && direction === 'received' && !own.received.has(letterNo)) {
      differences.push({ ...about, kind: 'notReceived' });
    }
  }
  return { resend: unknown.filter(({ state }) => state === 'queued'), differences };
}
