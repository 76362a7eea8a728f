import type { IsoDate } from '@due-process/contracts';
import type { Draft } from './draft';

/**
 * Issues a letter: numbered, immutable, sent by a background effect whose key the receiver sees. The case does not wait for its delivery; its
 * receipts come back as messages. The posting date is the day of issue (YT-2.2: posting within the limit meets it).
 */
export function issueLetter(
  draft: Draft,
  key: string,
  type: string,
  to: string,
  body: Record<string, unknown>,
  inReplyTo?: string,
): string {
  const letterNo = draft.nextLetterNo();
  const issuedOn: IsoDate = draft.occasion.on;
  const reply = inReplyTo === undefined ? {} : { inReplyTo };
  draft.emit('letterIssued', {
    letter: { letterNo, type, direction: 'out', other: to, issuedOn, key, state: 'queued', body, ...reply },
  });
  draft.emit('waitOpened', {
    wait: { kind: 'effect', key: `post:${letterNo}`, effect: 'deliverLetter', input: { letterNo } },
  });
  return letterNo;
}
