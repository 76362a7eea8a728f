import type { DerivationDay, IsoDate, LimitUnit } from '@due-process/contracts';
import type { DesignationDetails } from './designation-facts';
import type { EntitlementDetails } from './entitlement-facts';
import type { SettlementDetails } from './settlement-facts';
import type { RecognitionDetails } from './recognition-facts';

/** What every document of a case says, in words that may be printed. */
export interface CaseFacts {
  documentNo: string;
  /** Name of the document as the catalogue has it. */
  name: string;
  issuedOn: IsoDate;
  agency: string;
  office: { name: string; address?: string; telephone?: string; supervisionTelephone?: string; hours?: string };
  item: { code: string; name: string; guide: string };
  caseNo: string;
  /** The name in full, the number masked. */
  applicant: { name: string; idNumber: string; organisation?: boolean };
  /** Who applied in the place of a person who has died (继承人, 所在单位): what is addressed to the applicant is addressed to them. */
  addressee?: string;
  receivedOn: IsoDate;
  acceptedOn?: IsoDate;
  channel?: string;
}

export interface LimitFacts {
  name: string;
  kind: string;
  quantity: number;
  unit: LimitUnit;
  dueOn: IsoDate;
  provisional: boolean;
}

/** Words of a letter between agencies; figures are those of its body. */
export interface LetterFacts {
  letterNo: string;
  toName: string;
  inReplyTo?: string;
  insuranceKind?: string;
  insuredSince?: IsoDate;
  suspendedOn?: IsoDate;
  paidMonths?: number;
  accountBalanceFen?: number;
  certificateNo?: string;
  periods?: { from: string; to: string; months: number; insuranceKind: string }[];
}

type CostLines = { label: string; fen: number }[];

/** Costs of the papers: lines and sums, in fen. */
export interface CostFacts {
  claimedFen: number;
  paidBeforeFen: number;
  deductedFen: number;
  auditedFen: number;
  payableFen: number;
  ownFen: number;
  claimed: CostLines;
  paidBefore: CostLines;
  deducted: CostLines;
  paid: CostLines;
  reason?: string;
}

export interface AllowanceFacts {
  totalFen: number;
  entitledFrom: IsoDate;
  entitledDays: number;
  monthlyBaseFen: number;
  /** Empty where it is paid in one sum. */
  payments: { period: string; days: number; amountFen: number }[];
}

/** What a document says beyond the case, by its type. */
export type Details =
  | {
      type: 'receipt';
      materials: { name: string; status: string }[];
      limitStatement?: string;
      queryCode?: string;
      progressUrl?: string;
    }
  | { type: 'acceptanceNotice'; limits: LimitFacts[]; limitStatement?: string }
  | { type: 'supplementNotice'; missing: string[]; asked?: string; limit?: LimitFacts; again?: string; paused: boolean }
  | { type: 'nonAcceptanceNotice'; reason: string }
  | { type: 'rejectionDecision'; reason: string }
  | { type: 'conclusionNotice'; result?: string; concludedOn: IsoDate; letters: { title: string; letterNo: string }[] }
  | {
      type: 'rosterResult';
      roster: string;
      lines: number;
      accepted: number;
      rejected: number;
      /** Lines that came back, the first of them where they are very many; names in full, numbers masked. */
      returned: { lineNo: number; name: string; idNumber: string; reason: string }[];
    }
  | { type: 'extensionNotice'; reason: string; limit?: LimitFacts; wasDueOn?: IsoDate; extendedBy?: number }
  | {
      type: 'specialProcedureNotice';
      cause: string;
      legalBasis: string;
      noticeNo?: string;
      reason?: string;
      startsOn: IsoDate;
      limitOn?: IsoDate;
      clocks: string[];
    }
  | ({ type: 'enrolmentCertificate' } & LetterFacts)
  | ({ type: 'contactLetter' } & LetterFacts)
  | ({ type: 'informationForm' } & LetterFacts)
  | EntitlementDetails
  | DesignationDetails
  | RecognitionDetails
  | SettlementDetails
  | { type: 'settlementStatement'; costs?: CostFacts; allowance?: AllowanceFacts }
  | { type: 'paymentNotice'; amountFen: number; paymentNo: string; paidTo: string; period?: string }
  | { type: 'proofOfService'; servedName: string; servedNo: string }
  | {
      type: 'derivation';
      limit: LimitFacts;
      startWords: string;
      startedOn: IsoDate;
      extendedBy: number;
      open: boolean;
      calendarVersion: string;
      pauses: { from: IsoDate; to?: IsoDate; why?: string }[];
      days: DerivationDay[];
    }
  /** A document that has no wording of its own here: the catalogue's name over the facts of the case. */
  | { type: 'other'; rows: [label: string, text: string][] };

export type DocumentType = Details['type'];
export type DetailsOf<Type extends DocumentType> = Extract<Details, { type: Type }>;
