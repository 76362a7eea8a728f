import type { Instant, IsoDate } from './calendar';

/**
 * Letters between agencies as they travel over the exchange platform (docs/exchange.md).
 * Basis: guides YT-2.1 to YT-2.3 and QD-3.1, QD-3.2, 办理流程: 参保凭证 → 联系函 → 类型变更信息表; the other types are what
 * agencies write when one of the three is late, wrong or no longer wanted.
 */
export type LetterType =
  | 'enrolmentCertificate'
  | 'contactLetter'
  | 'informationForm'
  | 'reminder'
  | 'escalation'
  | 'returnNotice'
  | 'withdrawal';

/** Title of each letter as it stands on the paper. */
export const letterTitles: Readonly<Record<LetterType, string>> = {
  enrolmentCertificate: '基本医疗保险参保凭证',
  contactLetter: '基本医疗保险转移接续联系函',
  informationForm: '基本医疗保险转移类型变更信息表',
  reminder: '催办函',
  escalation: '督办函',
  returnNotice: '退回函',
  withdrawal: '撤销函',
};

export interface LetterEnvelope {
  /** Unique over all agencies of the platform; a number stands for one text for ever. */
  letterNo: string;
  type: LetterType;
  /** Six-digit region codes. */
  fromAgency: string;
  toAgency: string;
  /** Number of the letter this one answers, reminds of, returns or withdraws. */
  inReplyTo?: string;
  /** Blind index of the person's identity number under the platform's key: the same for every agency. */
  subject: string;
  issuedOn: IsoDate;
  body: Record<string, unknown>;
}

/** `delivered`: stored by the recipient. `processed`: acted upon. `refused`: not accepted, with the reason. */
export type ReceiptKind = 'delivered' | 'processed' | 'refused';

export interface LetterReceipt {
  letterNo: string;
  /** Who gives the receipt: the recipient of the letter. */
  fromAgency: string;
  kind: ReceiptKind;
  at: Instant;
  reason?: string;
}

/** Lower case, as Node gives them. */
export const exchangeHeaders = {
  agency: 'x-exchange-agency',
  timestamp: 'x-exchange-timestamp',
  signature: 'x-exchange-signature',
} as const;

/** Value of the agency header when the platform itself signs: everything it forwards. */
export const platformAgency = 'platform';

/** A signature older or newer than this is refused. */
export const signatureSkewSeconds = 300;

/** Bodies are type aliases, so that each is a Record<string, unknown>. */
export type LetterPerson = { name: string; idNumber: string; telephone?: string };

export type LetterIssuer = { agency: string; name: string; telephone?: string };

export type InsuranceKind = 'employee' | 'resident';

export type EnrolmentCertificateBody = {
  person: LetterPerson;
  insuranceKind: InsuranceKind;
  insuredSince: IsoDate;
  /** Day of 停保. */
  suspendedOn: IsoDate;
  paidMonths: number;
  accountBalanceFen: number;
  issuer: LetterIssuer;
};

export type ContactLetterBody = {
  person: LetterPerson;
  /** Number of the certificate that was recorded, when it came on paper and `inReplyTo` cannot name it. */
  certificateNo?: string;
  /** Where the personal account's money is to go; absent when the new place takes none. */
  account?: FundAccount;
  issuer: LetterIssuer;
};

export type FundAccount = { payeeRef: string; accountName: string; bank: string; accountNo: string };

/** Months as YYYY-MM, both inclusive. */
export type PaidPeriod = { from: string; to: string; months: number; insuranceKind: InsuranceKind };

export type InformationFormBody = {
  person: LetterPerson;
  insuranceKind: InsuranceKind;
  paidMonths: number;
  periods: PaidPeriod[];
  accountBalanceFen: number;
  issuer: LetterIssuer;
};

/** Body of `reminder` and of `escalation`: which answer is missing, and since when. */
export type ReminderBody = { awaitedType: LetterType; sentOn: IsoDate; times?: number; remark?: string };

/** Body of `returnNotice` and of `withdrawal`. */
export type ReturnBody = { reason: string };

export interface LetterBodies {
  enrolmentCertificate: EnrolmentCertificateBody;
  contactLetter: ContactLetterBody;
  informationForm: InformationFormBody;
  reminder: ReminderBody;
  escalation: ReminderBody;
  returnNotice: ReturnBody;
  withdrawal: ReturnBody;
}
