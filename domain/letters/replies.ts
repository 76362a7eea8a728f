import type { LetterType } from '@due-process/contracts';

/**
 * The letter that answers a letter. Basis: YT-2.2 and YT-2.3 办理流程, steps 1 to 3. A type without an entry asks for nothing.
 */
const answers: Partial<Record<LetterType, LetterType>> = {
  enrolmentCertificate: 'contactLetter',
  contactLetter: 'informationForm',
};

export function answerTo(type: LetterType): LetterType | undefined {
  return answers[type];
}

/** Letters about another letter rather than about the transfer itself: they must name it. */
export function concernsAnotherLetter(type: LetterType): boolean {
  return type === 'reminder' || type === 'escalation' || type === 'returnNotice' || type === 'withdrawal';
}
