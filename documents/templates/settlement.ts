import type { CaseFacts, DetailsOf } from '../facts';
import type { SettlementLineFacts } from '../settlement-facts';
import type { Block, FactRow, Sheet } from '../sheet';
import { dateWords, monthWords, yuanWords } from '../words';
import { caseRows, sheetOf } from './parts';

/** Papers of 定点医药机构费用结算 (QD-10.1 四（四）至（六）): 类别退回通知, 月度结算单, 拨付单, 月度结算拨款表. */
const money = (fen: number): string => (fen / 100).toFixed(2);

function lineTable(lines: readonly SettlementLineFacts[], totalFen: number): Block {
  const sum = (of: (line: SettlementLineFacts) => number): string =>
    money(lines.reduce((total, line) => total + of(line), 0));
  return {
    kind: 'table',
    small: true,
    columns: [
      { title: '清算类别', share: 3.2 },
      { title: '申报（元）', share: 2.2, align: 'right' },
      { title: '扣费（元）', share: 2, align: 'right' },
      { title: '月度指标（元）', share: 2.4, align: 'right' },
      { title: '超指标（元）', share: 2, align: 'right' },
      { title: '应付（元）', share: 2.2, align: 'right' },
    ],
    rows: [
      ...lines.map((line) => [
        line.returned ? `${line.name}（退回）` : line.name,
        money(line.claimedFen),
        money(line.deductionFen),
        line.quotaFen === undefined ? '——' : money(line.quotaFen),
        money(line.overQuotaFen),
        money(line.payableFen),
      ]),
      [
        '合计',
        sum(({ claimedFen }) => claimedFen),
        sum(({ deductionFen }) => deductionFen),
        '',
        sum(({ overQuotaFen }) => overQuotaFen),
        money(totalFen),
      ],
    ],
  };
}

const rowsOf = (facts: CaseFacts, period: string, more: FactRow[] = []): Block => ({
  kind: 'facts',
  rows: [...caseRows(facts), ['费用所属月份', monthWords(period)], ...more],
});

export function monthlySettlementSheet(facts: CaseFacts, details: DetailsOf<'monthlySettlementSheet'>): Sheet {
  const { period, lines, totalFen, sample, set, deductionReason } = details;
  return sheetOf(facts, {
    type: 'monthlySettlementSheet',
    version: 1,
    addressee: facts.applicant.name,
    blocks: [
      rowsOf(facts, period, [
        ...(set ? [['批次内容', set] as const] : []),
        ...(deductionReason ? [['扣费说明', deductionReason] as const] : []),
        ...(sample ? [['抽审情况', sample] as const] : []),
        ['应付合计', yuanWords(totalFen)],
      ]),
      lineTable(lines, totalFen),
    ],
  });
}

export function paymentOrder(facts: CaseFacts, { period, lines, totalFen }: DetailsOf<'paymentOrder'>): Sheet {
  return sheetOf(facts, {
    type: 'paymentOrder',
    version: 1,
    addressee: '基金财务',
    blocks: [
      { kind: 'paragraph', text: '下列费用经审核结算和复核，数据与月度指标分解表、月度结算拨款表一致，请予拨付。' },
      rowsOf(facts, period, [['拨付金额', yuanWords(totalFen)]]),
      lineTable(lines, totalFen),
    ],
  });
}

export function appropriationSheet(facts: CaseFacts, details: DetailsOf<'appropriationSheet'>): Sheet {
  const { period, lines, totalFen, signatures } = details;
  return sheetOf(facts, {
    type: 'appropriationSheet',
    version: 1,
    blocks: [
      rowsOf(facts, period, [['拨款合计', yuanWords(totalFen)]]),
      lineTable(lines, totalFen),
      { kind: 'heading', text: '签批' },
      {
        kind: 'table',
        small: true,
        columns: [
          { title: '岗位', share: 3 },
          { title: '签字人', share: 3 },
          { title: '日期', share: 3 },
        ],
        rows: signatures.map(({ post, person, on }) => [post, person, dateWords(on)]),
      },
    ],
  });
}

export function categoryReturnNotice(facts: CaseFacts, details: DetailsOf<'categoryReturnNotice'>): Sheet {
  const { period, lines, reason } = details;
  return sheetOf(facts, {
    type: 'categoryReturnNotice',
    version: 1,
    addressee: facts.applicant.name,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'paragraph',
        text: `你单位${monthWords(period)}的费用申报中，下列二级清算类别不符合清算条件，予以退回；其余类别照常结算。`,
      },
      {
        kind: 'table',
        columns: [
          { title: '退回的清算类别', share: 3 },
          { title: '申报金额（元）', share: 2, align: 'right' },
        ],
        rows: lines.map(({ name, claimedFen }) => [name, money(claimedFen)]),
      },
      { kind: 'paragraph', text: `退回原因：${reason}`, strong: true },
      { kind: 'paragraph', text: '更正后可按“退回类别补报”单独申报，不必等待本次结算办结。' },
      { kind: 'facts', rows: caseRows(facts) },
    ],
  });
}
