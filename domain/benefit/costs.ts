/**
 * Costs of a reimbursement from the papers to the payment. Basis: YT-6.1 to YT-6.3 七 (审核结算), QD-6.1, QD-6.2 四（二） (审核、结算、拨付), YT-9.1, QD-8.2
 * (救助 after basic and serious-illness insurance). All amounts are whole fen; every fen of the papers ends in exactly one place.
 */
export type Entered = Readonly<Record<string, unknown>>;

/** Lines of the papers, by the field of the audit's form. */
export const CLAIMED = {
  medicineFen: '药品费',
  examinationFen: '检查化验费',
  treatmentFen: '治疗手术及材料费',
  otherFen: '床位护理及其他费用',
  totalFen: '医疗总费用',
};
/** What other insurance has paid already. */
export const PAID_BEFORE = { basicPaidFen: '基本医保已支付', seriousIllnessPaidFen: '大病保险已支付' };
/** What the audit takes off. */
export const DEDUCTED = { outOfScopeFen: '政策范围外费用', deductedFen: '其他核减' };
/** What the funds pay, by the field of the settlement's form. */
export const PAID = {
  basicFen: '基本医保基金支付',
  seriousIllnessFen: '大病保险支付',
  supplementaryFen: '补充医疗保险支付',
  maternityFen: '生育保险基金支付',
  aidFen: '医疗救助支付',
};

const fen = (value: unknown): number => (typeof value === 'number' ? value : 0);
const sum = (entered: Entered, fields: object): number =>
  Object.keys(fields).reduce((total, field) => total + fen(entered[field]), 0);

export type Audit = {
  claimedFen: number;
  paidBeforeFen: number;
  deductedFen: number;
  /** What the funds may pay from. */
  auditedFen: number;
};

export function auditOf(entered: Entered): Audit {
  const claimedFen = sum(entered, CLAIMED);
  const paidBeforeFen = sum(entered, PAID_BEFORE);
  const deductedFen = sum(entered, DEDUCTED);
  return { claimedFen, paidBeforeFen, deductedFen, auditedFen: claimedFen - paidBeforeFen - deductedFen };
}

export const isAudit = (entered: Entered): boolean => Object.keys(CLAIMED).some((field) => field in entered);

export const payableOf = (entered: Entered): number => sum(entered, PAID);

/** One line of the statement that the applicant is given. */
export type StatementLine = { label: string; fen: number };

export type Statement = Audit & {
  payableFen: number;
  /** What stays with the person: the papers less what others paid and what the funds pay now. */
  ownFen: number;
  claimed: StatementLine[];
  paidBefore: StatementLine[];
  deducted: StatementLine[];
  paid: StatementLine[];
  deductionReason?: string;
};

const linesOf = (entered: Entered, fields: Record<string, string>): StatementLine[] =>
  Object.entries(fields).flatMap(([field, label]) =>
    fen(entered[field]) > 0 ? [{ label, fen: fen(entered[field]) }] : [],
  );

/** 结算单: papers = paid before + paid by the funds + the person's own. */
export function statementOf(audited: Entered, settled: Entered): Statement {
  const audit = auditOf(audited);
  const payableFen = payableOf(settled);
  const reason = audited.deductionReason;
  return {
    ...audit,
    payableFen,
    ownFen: audit.claimedFen - audit.paidBeforeFen - payableFen,
    claimed: linesOf(audited, CLAIMED),
    paidBefore: linesOf(audited, PAID_BEFORE),
    deducted: linesOf(audited, DEDUCTED),
    paid: linesOf(settled, PAID),
    ...(typeof reason === 'string' && reason !== '' ? { deductionReason: reason } : {}),
  };
}
