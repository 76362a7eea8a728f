/** `sent`: the order is out and its answer not known yet; it is asked for again under the same key. */
export const settlementLineStates = ['waiting', 'sent', 'paid', 'rejected'] as const;
export type SettlementLineState = (typeof settlementLineStates)[number];

/** One pharmacy in a city's settlement of a month (QD-10.2), as a page shows it. Amounts in fen. */
export interface SettlementSetLine {
  merchantNo: string;
  creditCode: string;
  name: string;
  transactions: number;
  claimedFen: number;
  deductionFen: number;
  deductionReason: string | null;
  payableFen: number;
  /** Account of the payee, masked. */
  payee: string | null;
  state: SettlementLineState;
  paymentNo: string | null;
  refusal: string | null;
}

/** The whole of a settlement: its pharmacies and what was paid of it. Amounts in fen. */
export interface SetTally {
  merchants: number;
  claimedFen: number;
  deductionFen: number;
  payableFen: number;
  paid: number;
  paidFen: number;
  rejected: number;
}

/** A page of `GET /api/cases/{caseNo}/settlement-lines`. */
export interface SettlementLinesPage {
  tally: SetTally;
  lines: (SettlementSetLine & { stateWords: string })[];
  next: string | null;
}
