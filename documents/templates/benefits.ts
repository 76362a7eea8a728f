import type { CaseFacts, DetailsOf } from '../facts';
import type { Block, FactRow, Sheet } from '../sheet';
import { dateWords, monthWords, yuanWords } from '../words';
import { caseRows, sheetOf, you } from './parts';

/**
 * What a benefit comes to and that it was paid. Basis: YT-6.1 to YT-6.3 七 (审核结算), YT-8.5 五 (按月发放), QD-6.1, QD-6.2, QD-7.1 to QD-7.3 四（二）
 * (审核、结算、拨付); the remedy of 社会保险法第八十三条第二款.
 */
const remedy: Block = {
  kind: 'paragraph',
  text: '对结算结果有异议，可以自收到本文书之日起六十日内依法申请行政复议，或者自收到本文书之日起六个月内依法向人民法院提起行政诉讼；也可以先向本机构申请核实。',
};

type Lines = readonly { label: string; fen: number }[];
const rowsOf = (group: string, lines: Lines): (readonly string[])[] =>
  lines.map(({ label, fen }, at) => [at === 0 ? group : '', label, yuanWords(fen)]);

function costs({ costs: given }: DetailsOf<'settlementStatement'>): Block[] {
  if (!given) return [];
  const { claimed, paidBefore, deducted, paid, ...sums } = given;
  const totals: Lines = [
    { label: '费用合计', fen: sums.claimedFen },
    ...(sums.paidBeforeFen > 0 ? [{ label: '此前已支付', fen: sums.paidBeforeFen }] : []),
    { label: '核减合计', fen: sums.deductedFen },
    { label: '审核金额', fen: sums.auditedFen },
    { label: '本次支付', fen: sums.payableFen },
    { label: '个人负担', fen: sums.ownFen },
  ];
  return [
    {
      kind: 'table',
      small: true,
      columns: [
        { title: '类别', share: 2 },
        { title: '项目', share: 5 },
        { title: '金额', share: 3, align: 'right' },
      ],
      rows: [
        ...rowsOf('费用', claimed),
        ...rowsOf('此前已支付', paidBefore),
        ...rowsOf('核减', deducted),
        ...rowsOf('支付', paid),
        ...rowsOf('合计', totals),
      ],
    },
    ...(sums.reason ? [{ kind: 'paragraph', text: `核减理由：${sums.reason}` } as const] : []),
  ];
}

function allowance({ allowance: given }: DetailsOf<'settlementStatement'>): Block[] {
  if (!given) return [];
  const { totalFen, entitledFrom, entitledDays, monthlyBaseFen, payments } = given;
  const rows: FactRow[] = [
    ['享受起始日期', dateWords(entitledFrom)],
    ['享受天数', `${entitledDays}天`],
    ['计发基数', `每月${yuanWords(monthlyBaseFen)}`],
    ['津贴总额', yuanWords(totalFen)],
  ];
  if (payments.length === 0) return [{ kind: 'facts', rows }];
  return [
    { kind: 'facts', rows },
    { kind: 'paragraph', text: '津贴按月发放如下，发放日为当月最后一日：' },
    {
      kind: 'table',
      small: true,
      columns: [
        { title: '月份', share: 3 },
        { title: '天数', share: 2, align: 'right' },
        { title: '金额', share: 3, align: 'right' },
      ],
      rows: payments.map(({ period, days, amountFen }) => [monthWords(period), `${days}`, yuanWords(amountFen)]),
    },
  ];
}

export function settlementStatement(facts: CaseFacts, details: DetailsOf<'settlementStatement'>): Sheet {
  return sheetOf(facts, {
    type: 'settlementStatement',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `${you(facts)}于${dateWords(facts.receivedOn)}提出的“${facts.item.name}”申请，经审核结算，结果如下：`,
      },
      { kind: 'facts', rows: caseRows(facts) },
      ...costs(details),
      ...allowance(details),
      remedy,
    ],
  });
}

export function paymentNotice(facts: CaseFacts, details: DetailsOf<'paymentNotice'>): Sheet {
  const { amountFen, paymentNo, paidTo, period } = details;
  return sheetOf(facts, {
    type: 'paymentNotice',
    version: 1,
    addressee: facts.applicant.name,
    blocks: [
      {
        kind: 'paragraph',
        text: `“${facts.item.name}”的待遇已于${dateWords(facts.issuedOn)}拨付，请查收：`,
      },
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ...(period ? [['所属月份', monthWords(period)] as const] : []),
          ['拨付金额', yuanWords(amountFen)],
          ['收款账户', paidTo],
          ...(paymentNo ? [['支付编号', paymentNo] as const] : []),
        ],
      },
      { kind: 'paragraph', text: '账户到账时间以开户银行为准；未到账的，请凭支付编号向咨询电话询问。' },
    ],
  });
}
