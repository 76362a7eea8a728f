export { allowancePayments, allowanceTotal, monthEnd, type Allowance, type AllowancePayment } from './allowance';
export { BENEFIT_CHECKS } from './checks';
export { auditOf, isAudit, payableOf, statementOf, type Entered, type Statement, type StatementLine } from './costs';
