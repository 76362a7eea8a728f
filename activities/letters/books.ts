import type { LetterEnvelope, LetterState } from '@due-process/contracts';

export interface OwnLetter extends LetterEnvelope {
  caseNo: string;
  state: LetterState['state'];
}

export interface OwnBook {
  sent: OwnLetter[];
  /** Numbers of the letters that were stored on arrival, whatever became of them. */
  received: ReadonlySet<string>;
}

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
