import type { CaseState, IsoDate, LetterEnvelope, LetterType } from '@due-process/contracts';
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

/** The letter as it travels, without its person: the sender adds the person at the moment of sending. */
export function envelopeOf(state: CaseState, letterNo: string): LetterEnvelope {
  const letter = state.letters[letterNo];
  if (!letter) throw new Error(`no letter ${letterNo}`);
  const { type, other, inReplyTo, issuedOn, body } = letter;
  return {
    letterNo,
    type: type as LetterType,
    fromAgency: state.agency,
    toAgency: other,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    subject: state.applicant.subject,
    issuedOn,
    body,
  };
}

/** 处理回执: tells the sender, once, what became of its letter here. */
export function acknowledge(draft: Draft, letterNo: string, kind: 'processed' | 'refused', reason?: string): void {
  const letter = draft.state.letters[letterNo];
  if (letter?.direction !== 'in' || letter.state !== 'received') return;
  draft.emit('letterProcessed', { letterNo, on: draft.occasion.on });
  const receipt = { letterNo, kind, at: draft.occasion.at, ...(reason === undefined ? {} : { reason }) };
  draft.emit('waitOpened', {
    wait: { kind: 'effect', key: `post:receipt:${letterNo}`, effect: 'sendReceipt', input: { receipt } },
  });
}
