import type { SealedValue } from './case-state';
import type { LetterEnvelope, LetterReceipt } from './letters';

/** What the fund pays for: 划转 and 提取 of a personal account, and the benefits of the two guides. */
export const PAYMENT_KINDS = [
  'accountTransfer',
  'accountWithdrawal',
  'reimbursement',
  'maternityExpense',
  'maternityAllowance',
  'medicalAid',
  'enrolmentSubsidy',
  'institutionSettlement',
] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** `EffectInput.input` of each effect. Nothing here identifies a person: the activity reads the applicant's row at the moment of sending. */
export interface EffectInputs {
  /** The applicant may not apply for these items for a time; one restriction an effect. */
  restrictApplicant: {
    itemCodes: string[];
    from: string;
    quantity: number;
    unit: string;
    until: string;
    reason: string;
  };
  /** The applicant enters the 定点医药机构名单 for the term of its agreement, first and last day. */
  designateInstitution: {
    kind: 'hospital' | 'pharmacy';
    signedOn: string;
    from: string;
    to: string;
    merchantNo?: string;
  };
  /** The pharmacies of a month with what each has traded, frozen for the case: 全市定点零售药店结算数据. */
  drawUpSet: { period: string };
  /** One pharmacy of the set: what is taken off, or another account to be paid to. */
  changeSet: { merchantNo: string; deductionFen?: number; reason?: string; payeeRef?: string | SealedValue };
  /** Pays every pharmacy of the set that has not been paid yet, each under its own key. */
  paySet: { attempt: number };
  /** What the applicant of this case is due without applying for it (免申即享): one case for ever by item, applicant and reference. */
  openCase: {
    itemCode: string;
    officeId?: string;
    reference: string;
    channel: string;
    variant?: string;
    applicantKind: string;
    idType: string;
    form: Record<string, unknown>;
  };
  /** The letter whole, its body without `person`. */
  deliverLetter: { letter: LetterEnvelope };
  /** The effect's agency gives the receipt. */
  sendReceipt: { receipt: Omit<LetterReceipt, 'fromAgency'> };
  /** Without `payeeRef`: 划转 to the account named in the contact letter, 提取 to the applicant. */
  settleAccount: { kind: PaymentKind; amountFen: number; payeeRef?: string | SealedValue };
  /** `toRegion` is the effect's agency unless named; `months` and balance as the information form says. */
  registerTransferIn: { fromRegion: string; toRegion?: string; months: number; accountBalanceFen?: number };
  /** One entry in the core insurance platform under the applicant; sealed values of `data` are opened only where they leave the house. */
  coreRecord: { kind: string; data: Record<string, unknown> };
  /** Without `payeeRef`: to the applicant's own account as the fund knows it. `period` (`YYYY-MM`) of what is paid month by month. */
  payBenefit: { kind: PaymentKind; amountFen: number; payeeRef?: string | SealedValue; period?: string };
  /** 持卡联网结算 of one visit for the applicant. */
  settleCard: { costs: VisitCosts; shares: SettlementShares };
  /** Every line of the list is settled when it is done. `insuredYear` of insurances that are joined year by year. */
  processRoster: { rosterId: string; kind: string; variant?: string; insuredYear?: number };
}

/** What a hospital sends for one visit: the catalogue's classes apart from what the patient bears anyway (自费). */
export interface VisitCosts {
  visit: 'outpatient' | 'inpatient';
  hospital: string;
  classAFen: number;
  classBFen: number;
  outsideFen: number;
}

/** The shares by which one kind of insured person is settled, as the item's parameters set them. */
export interface SettlementShares {
  insured: 'employee' | 'resident';
  /** Of class B the patient bears this share first (先行自付). */
  classBFirst: number;
  deductibleFen: number;
  basic: number;
  seriousFromFen: number;
  serious: number;
  supplementary: number;
}

/** One settlement in three parts (一单制): 基本医保, 大病保险, 补充医疗, and what is left to the person. */
export interface SettlementParts {
  settlementNo: string;
  totalFen: number;
  withinRulesFen: number;
  basicFen: number;
  seriousFen: number;
  supplementaryFen: number;
  personalFen: number;
}

/** What a city's set of pharmacies comes to. */
export interface SetTotals {
  merchants: number;
  transactions: number;
  claimedFen: number;
  deductionFen: number;
}

/**
 * `EffectResult.data`. Of a rejection always `reason` (Chinese, for the clerk), and `code` or `paymentNo` where the receiver gives one.
 */
export interface EffectData {
  restrictApplicant: { restrictionId: string };
  designateInstitution: { creditCode: string };
  openCase: { caseNo: string; repeated: boolean };
  drawUpSet: SetTotals;
  changeSet: SetTotals;
  paySet: { paid: number; paidFen: number };
  deliverLetter: { acceptedAt: string };
  sendReceipt: Record<string, never>;
  settleAccount: { paymentNo: string };
  registerTransferIn: { transferNo: string; paidMonths: number };
  coreRecord: { recordNo: string };
  payBenefit: { paymentNo: string };
  settleCard: SettlementParts;
  processRoster: { lines: number; accepted: number; rejected: number };
}
