import type { IsoDate } from '@due-process/contracts';
import type { Difference, OwnBook, OwnLetter } from './books';
import type { ExchangeLetter } from './wire';

const dayMs = 86_400_000;

/** What has to be sent again, and what a person has to know of. */
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
