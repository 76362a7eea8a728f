export { categoryNames, payableTotal, returnedLines, settlementLines, type SettlementLine } from './lines';
export { lastDayOf, periodBefore, periodOf } from './period';
export { SETTLEMENT_CHECKS } from './checks';
