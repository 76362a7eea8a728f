import type { SealedValue } from './case-state';
import type { LetterEnvelope, LetterReceipt } from './letters';

/** 划转 to the new place's fund, or 提取 to the person. */
export type PaymentKind = 'accountTransfer' | 'accountWithdrawal';

/** `EffectInput.input` of each effect. Nothing here identifies a person: the activity reads the applicant's row at the moment of sending. */
export interface EffectInputs {
  /** The letter whole, its body without `person`. */
  deliverLetter: { letter: LetterEnvelope };
  /** The effect's agency gives the receipt. */
  sendReceipt: { receipt: Omit<LetterReceipt, 'fromAgency'> };
  /** Without `payeeRef`: 划转 to the account named in the contact letter, 提取 to the applicant. */
  settleAccount: { kind: PaymentKind; amountFen: number; payeeRef?: string | SealedValue };
  /** `toRegion` is the effect's agency unless named; `months` and balance as the information form says. */
  registerTransferIn: { fromRegion: string; toRegion?: string; months: number; accountBalanceFen?: number };
}

/**
 * `EffectResult.data`. Of a rejection always `reason` (Chinese, for the clerk), and `code` or `paymentNo` where the receiver gives one.
 */
export interface EffectData {
  deliverLetter: { acceptedAt: string };
  sendReceipt: Record<string, never>;
  settleAccount: { paymentNo: string };
  registerTransferIn: { transferNo: string; paidMonths: number };
}
