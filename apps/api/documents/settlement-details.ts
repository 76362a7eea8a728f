import type { DocumentState } from '@due-process/contracts';
import type { SettlementLine } from '@due-process/domain';
import type { Details } from '@due-process/documents';
import type { Issue } from './issue';

interface SheetData {
  period: string;
  lines: SettlementLine[];
  totalFen: number;
  sample?: string;
  merchants?: string;
  reason?: string;
  signatures?: { name: string; by: string; on: string }[];
}

/** 月度结算单, 拨付单, 拨款表, 类别退回通知, as the story settled them. Nothing for another document. */
export function settlementDetails({ type, data }: DocumentState, { state, nameOf }: Issue): Details | undefined {
  const { period, totalFen, sample, merchants, reason, signatures = [], ...rest } = data as unknown as SheetData;
  const lines = (rest.lines ?? []).map(({ category: _category, ...line }) => line);
  const sheet = { period, lines, totalFen, ...(sample ? { sample } : {}), ...(merchants ? { set: merchants } : {}) };
  switch (type) {
    case 'monthlySettlementSheet': {
      const { deductionReason } = state.steps.settleCosts?.input ?? {};
      return { type, ...sheet, ...(typeof deductionReason === 'string' ? { deductionReason } : {}) };
    }
    case 'paymentOrder':
      return { type, ...sheet };
    case 'appropriationSheet':
      return {
        type,
        ...sheet,
        signatures: signatures.map(({ name, by, on }) => ({ post: name, person: nameOf(by), on })),
      };
    case 'categoryReturnNotice':
      return { type, period, lines, reason: reason ?? '' };
    default:
      return undefined;
  }
}
