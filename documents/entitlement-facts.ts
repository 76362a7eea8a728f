import type { IsoDate } from '@due-process/contracts';

/** One calendar year, or the years before those listed. */
export interface ContributionLine {
  year: string;
  months: number;
  baseFen: number;
  personalFen: number;
  employerFen: number;
  toAccountFen: number;
}

export interface EmployerLine {
  month: string;
  insured: number;
  baseFen: number;
  dueFen: number;
  paidFen: number;
}

/** What the register says of one insured person. */
export interface ContributionFacts {
  insuranceKind: string;
  status: string;
  insuredSince?: IsoDate;
  suspendedOn?: IsoDate;
  employer?: string;
  paidMonths: number;
  baseFen?: number;
  accountBalanceFen?: number;
  years: ContributionLine[];
  /** Day on which the register was asked. */
  askedOn: IsoDate;
}

export interface EmployerFacts {
  registeredOn?: IsoDate;
  insuredCount: number;
  paidThrough?: string;
  owedFen: number;
  months: EmployerLine[];
  askedOn: IsoDate;
}

/** A filing form: the entries as the applicant gave them, what was filed, and who gave an opinion. */
export interface FilingFacts {
  entries: [label: string, text: string][];
  placeName: string;
  hospital?: string;
  validFrom: IsoDate;
  validUntil?: IsoDate;
  opinion?: string;
}

export interface SettlementFacts {
  settlementNo: string;
  insured: string;
  visit: string;
  hospital: string;
  totalFen: number;
  withinRulesFen: number;
  basicFen: number;
  seriousFen: number;
  supplementaryFen: number;
  personalFen: number;
}

/** Documents of queries, account payments, filings and settlements at the hospital. */
export type EntitlementDetails =
  | ({ type: 'contributionProof' } & ContributionFacts)
  | ({ type: 'contributionRecord' } & ContributionFacts)
  | ({ type: 'employerContributionRecord' } & EmployerFacts)
  | { type: 'accountPaymentSheet'; reason: string; amountFen: number; paymentNo: string; claimant?: string }
  | ({ type: 'residenceFilingForm' } & FilingFacts)
  | ({ type: 'referralFilingForm' } & FilingFacts)
  | ({ type: 'emergencyReviewForm' } & FilingFacts)
  | ({ type: 'settlementSheet' } & SettlementFacts);
