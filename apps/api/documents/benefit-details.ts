import type { CaseState, DocumentState } from '@due-process/contracts';
import type { Details } from '@due-process/documents';

type Of<Type extends Details['type']> = Extract<Details, { type: Type }>;
type Data = Readonly<Record<string, unknown>>;

const fen = (data: Data, name: string): number => (typeof data[name] === 'number' ? data[name] : 0);
const text = (data: Data, name: string): string => (typeof data[name] === 'string' ? data[name] : '');

const isLine = (line: unknown): line is { label: string; fen: number } =>
  typeof line === 'object' && line !== null && 'label' in line && 'fen' in line && typeof line.fen === 'number';
const lines = (data: Data, name: string) => (Array.isArray(data[name]) ? data[name].filter(isLine) : []);

type Payment = { period: string; days: number; amountFen: number };
const isPayment = (line: unknown): line is Payment =>
  typeof line === 'object' && line !== null && 'period' in line && 'days' in line && 'amountFen' in line;

/** 结算单 and 拨付通知, from what the story settled. Nothing for another document. */
export function benefitDetails({ type, data }: DocumentState, state: CaseState): Details | undefined {
  if (type === 'settlementStatement') return 'totalFen' in data ? allowance(data) : costs(data);
  return type === 'paymentNotice' ? payment(data, state) : undefined;
}

function costs(data: Data): Of<'settlementStatement'> {
  const reason = text(data, 'deductionReason');
  return {
    type: 'settlementStatement',
    costs: {
      claimedFen: fen(data, 'claimedFen'),
      paidBeforeFen: fen(data, 'paidBeforeFen'),
      deductedFen: fen(data, 'deductedFen'),
      auditedFen: fen(data, 'auditedFen'),
      payableFen: fen(data, 'payableFen'),
      ownFen: fen(data, 'ownFen'),
      claimed: lines(data, 'claimed'),
      paidBefore: lines(data, 'paidBefore'),
      deducted: lines(data, 'deducted'),
      paid: lines(data, 'paid'),
      ...(reason ? { reason } : {}),
    },
  };
}

const allowance = (data: Data): Of<'settlementStatement'> => ({
  type: 'settlementStatement',
  allowance: {
    totalFen: fen(data, 'totalFen'),
    entitledFrom: text(data, 'entitledFrom'),
    entitledDays: fen(data, 'entitledDays'),
    monthlyBaseFen: fen(data, 'monthlyBaseFen'),
    payments: Array.isArray(data.payments) ? data.payments.filter(isPayment) : [],
  },
});

const payment = (data: Data, { form }: CaseState): Of<'paymentNotice'> => ({
  type: 'paymentNotice',
  amountFen: fen(data, 'amountFen'),
  paymentNo: text(data, 'paymentNo'),
  paidTo: text(data, 'paidTo') || (form.payTo === 'bankAccount' ? '申请时填写的银行账户' : '社会保障卡金融账户'),
  ...(text(data, 'period') ? { period: text(data, 'period') } : {}),
});
