import type { CaseState } from '@due-process/contracts';
import { auditOf, isAudit, payableOf, type Entered } from './costs';

/** What is entered, and the case in which it is entered. Gives what is wrong, in words for the clerk. */
export type BenefitCheck = (entered: Entered, state: CaseState) => string | undefined;

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;

/** The newest audit of the case, or the one that is entered together with the settlement (审核结算 in one step). */
function auditedFor(entered: Entered, state: CaseState): Entered {
  if (isAudit(entered)) return entered;
  return (
    Object.values(state.steps)
      .toSorted((a, b) => b.order - a.order)
      .find(({ input }) => isAudit(input))?.input ?? {}
  );
}

/** By the name that the catalogue's actions use. */
export const BENEFIT_CHECKS: Readonly<Record<string, BenefitCheck>> = {
  /** Lines add up to something, deductions stay within them, and a deduction says why. */
  costsAdd(entered) {
    const { claimedFen, deductedFen, auditedFen } = auditOf(entered);
    if (claimedFen === 0) return '费用合计不能为零';
    if (auditedFen < 0) return `已支付与核减合计超过费用合计 ${yuan(claimedFen)}`;
    const reason = entered.deductionReason;
    if (deductedFen > 0 && (typeof reason !== 'string' || reason.trim() === '')) return '有核减金额的，须填写核减理由';
    return undefined;
  },
  /** 票据 and 费用清单 (YT-6.1 to YT-6.3, QD-6.1, QD-6.2 五): the lines of the audit are what the receipts come to, as they were registered or as the auditor corrects them. */
  matchesReceipts(entered, { form }) {
    const receiptsFen = entered.receiptTotalFen ?? form.receiptTotalFen;
    const { claimedFen } = auditOf(entered);
    return typeof receiptsFen !== 'number' || claimedFen === receiptsFen
      ? undefined
      : `费用合计 ${yuan(claimedFen)} 与票据合计 ${yuan(receiptsFen)} 不符，请逐项核对；收件登记有误的，填写更正后的票据合计`;
  },
  /** The funds never pay more than was found in order. */
  withinAudited(entered, state) {
    const { auditedFen } = auditOf(auditedFor(entered, state));
    const payableFen = payableOf(entered);
    return payableFen > auditedFen ? `支付金额 ${yuan(payableFen)} 超过审核金额 ${yuan(auditedFen)}` : undefined;
  },
  /** Allowances are due for whole days. */
  wholeDays: ({ entitledDays }) => (Number.isInteger(entitledDays) ? undefined : '享受天数须为整数'),
  /** YT-6.3 二: only costs of a hospital that settles through the national network. */
  networked: ({ networkedHospital }) =>
    networkedHospital === true ? undefined : '不是在全国联网结算医院发生的费用，不属于本事项的报销范围',
};
