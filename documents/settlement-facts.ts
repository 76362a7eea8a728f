import type { IsoDate } from '@due-process/contracts';

/** One 二级清算类别 of a month, as it is printed. Amounts in fen. */
export interface SettlementLineFacts {
  name: string;
  claimedFen: number;
  returned: boolean;
  quotaFen?: number;
  deductionFen: number;
  overQuotaFen: number;
  payableFen: number;
}

interface SheetFacts {
  /** `YYYY-MM`. */
  period: string;
  lines: SettlementLineFacts[];
  totalFen: number;
  /** 抽审情况, where samples were taken. */
  sample?: string;
  /** Of a set for the whole city: how many pharmacies and transactions it holds. */
  set?: string;
}

/** Papers of 定点医药机构费用结算. */
export type SettlementDetails =
  | ({ type: 'monthlySettlementSheet'; deductionReason?: string } & SheetFacts)
  | ({ type: 'paymentOrder' } & SheetFacts)
  | ({ type: 'appropriationSheet'; signatures: { post: string; person: string; on: IsoDate }[] } & SheetFacts)
  | { type: 'categoryReturnNotice'; period: string; lines: SettlementLineFacts[]; reason: string };
