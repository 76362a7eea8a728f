import type { CaseState } from '@due-process/contracts';
import { periodOf } from './period';
import { payableTotal, returnedLines, settlementLines } from './lines';

const day = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Figures that an act must agree with, by the names that items use; the answer says in Chinese what does not agree. */
type Check = (input: Readonly<Record<string, unknown>>, state: CaseState) => string | undefined;

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;

export const SETTLEMENT_CHECKS: Readonly<Record<string, Check>> = {
  /** 复核: the second reviewer's own sum against the sheet (QD-10.1 四（六）). */
  settlementTotal({ verifiedTotalFen }, state) {
    const total = payableTotal(settlementLines(state));
    return verifiedTotalFen === total ? undefined : `复核金额与月度结算拨款表不一致：拨款表合计 ${yuan(total)}`;
  },
  /** Only a month that is over is settled (上月结算费用). */
  periodOver: (_input, state) =>
    periodOf(state.form.period) < state.receivedOn.slice(0, 7) ? undefined : '费用所属月份尚未结束，不能结算',
  /** 协议时效: the last day comes after the first (YT-10 四.4). */
  agreementTerm: ({ agreementFrom, agreementTo }) =>
    day(agreementFrom) < day(agreementTo) ? undefined : '协议终止日期应在起始日期之后',
  /** A pharmacy is known by the number of its terminals. */
  merchantNumber: ({ merchantNo }) =>
    typeof merchantNo !== 'string' || /^[A-Za-z0-9-]{4,40}$/.test(merchantNo)
      ? undefined
      : '商户号应为 4 至 40 位字母、数字或连字符',
  /** 退回的是部分类别：全部退回的，应当不予受理。 */
  someCategoryLeft(input, state) {
    const intake = { key: 'intake', action: 'accept', input: { ...input }, by: '', on: state.receivedOn, order: 0 };
    const lines = settlementLines({ ...state, steps: { ...state.steps, intake } });
    const claimed = lines.filter(({ claimedFen }) => claimedFen > 0);
    const returned = returnedLines(lines);
    if (claimed.length > 0 && returned.length === claimed.length) return '全部类别均被退回，应当不予受理并说明理由';
    return returned.length > 0 && typeof input.returnReason !== 'string' ? '退回的类别须写明原因' : undefined;
  },
};
