import type { ContributionFacts, EmployerFacts } from '../entitlement-facts';
import type { CaseFacts, DetailsOf } from '../facts';
import type { Block, FactRow, Sheet } from '../sheet';
import { dateWords, monthWords, yuanWords } from '../words';
import { sheetOf } from './parts';

/**
 * Printed answers of queries. Basis: YT-3.2 四 (参保缴费证明 at the window and the terminal, 个人缴费记录 online), QD-2.3 四（一） 参保缴费证明（个人权益记录）, YT-3.1 and QD-2.2.
 * Neither guide prints a form; the figures are those of the register on the day it was asked.
 */
const optional = (label: string, text: string | undefined): FactRow[] => (text ? [[label, text]] : []);
const yuan = (fen: number): string => (fen / 100).toFixed(2);

const personRows = (facts: CaseFacts, record: ContributionFacts): FactRow[] => [
  ['姓名', facts.applicant.name],
  ['证件号码', facts.applicant.idNumber],
  ['险种', record.insuranceKind],
  ['参保状态', record.status],
  ...optional('参保时间', record.insuredSince && dateWords(record.insuredSince)),
  ...optional('停保时间', record.suspendedOn && dateWords(record.suspendedOn)),
  ...optional('参保单位', record.employer),
  ['累计缴费月数', `${record.paidMonths}个月`],
  ...optional('现缴费基数', record.baseFen === undefined ? undefined : `${yuanWords(record.baseFen)}/月`),
  ...optional('个人账户余额', record.accountBalanceFen === undefined ? undefined : yuanWords(record.accountBalanceFen)),
];

const years = ({ years: lines }: ContributionFacts): Block => ({
  kind: 'table',
  small: true,
  columns: [
    { title: '年度', share: 3, align: 'center' },
    { title: '缴费月数', share: 2, align: 'center' },
    { title: '月缴费基数（元）', share: 3, align: 'right' },
    { title: '个人缴费（元）', share: 3, align: 'right' },
    { title: '单位缴费（元）', share: 3, align: 'right' },
    { title: '划入个人账户（元）', share: 3, align: 'right' },
  ],
  rows: lines.map((line) => [
    line.year,
    String(line.months),
    yuan(line.baseFen),
    yuan(line.personalFen),
    yuan(line.employerFen),
    yuan(line.toAccountFen),
  ]),
});

const asked = (on: string): Block => ({
  kind: 'paragraph',
  text: `以上内容以医疗保障信息平台${dateWords(on)}的记载为准。对记载有疑问的，可向办理窗口提出核实。`,
});

export function contributionProof(facts: CaseFacts, record: DetailsOf<'contributionProof'>): Sheet {
  return sheetOf(facts, {
    type: 'contributionProof',
    version: 1,
    blocks: [
      { kind: 'paragraph', text: `兹证明${facts.applicant.name}在本统筹地区的基本医疗保险参保缴费情况如下：` },
      { kind: 'facts', rows: personRows(facts, record) },
      years(record),
      asked(record.askedOn),
    ],
  });
}

export function contributionRecord(facts: CaseFacts, record: DetailsOf<'contributionRecord'>): Sheet {
  return sheetOf(facts, {
    type: 'contributionRecord',
    version: 1,
    signed: false,
    blocks: [
      { kind: 'facts', rows: personRows(facts, record) },
      years(record),
      asked(record.askedOn),
      { kind: 'paragraph', text: '本记录由参保人自行查询打印，需要加盖印章的，可到办理窗口打印参保缴费证明。' },
    ],
  });
}

export function employerContributionRecord(
  facts: CaseFacts,
  record: EmployerFacts & { type: 'employerContributionRecord' },
): Sheet {
  const { registeredOn, insuredCount, paidThrough, owedFen, months, askedOn } = record;
  return sheetOf(facts, {
    type: 'employerContributionRecord',
    version: 1,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['单位名称', facts.applicant.name],
          ['统一社会信用代码', facts.applicant.idNumber],
          ...optional('参保登记时间', registeredOn && dateWords(registeredOn)),
          ['现参保人数', `${insuredCount}人`],
          ...optional('缴费至', paidThrough && monthWords(paidThrough)),
          ['欠费', owedFen > 0 ? yuanWords(owedFen) : '无'],
        ],
      },
      {
        kind: 'table',
        small: true,
        columns: [
          { title: '缴费年月', share: 3, align: 'center' },
          { title: '参保人数', share: 2, align: 'center' },
          { title: '缴费基数合计（元）', share: 4, align: 'right' },
          { title: '应缴（元）', share: 3, align: 'right' },
          { title: '实缴（元）', share: 3, align: 'right' },
        ],
        rows: months.map((line) => [
          monthWords(line.month),
          String(line.insured),
          yuan(line.baseFen),
          yuan(line.dueFen),
          yuan(line.paidFen),
        ]),
      },
      asked(askedOn),
    ],
  });
}
