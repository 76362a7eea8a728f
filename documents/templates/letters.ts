import type { CaseFacts, DetailsOf, LetterFacts } from '../facts';
import type { FactRow, Sheet } from '../sheet';
import { dateWords, monthWords, yuanWords } from '../words';
import { sheetOf } from './parts';

/**
 * Letters between agencies on paper: 参保凭证, 联系函, 变更信息表. Basis: guides YT-2.1 to YT-2.3, QD-3.1, QD-3.2, 办理流程; their figures are those of the letter
 * as it was sent (docs/exchange.md).
 */
const personRows = ({ applicant }: CaseFacts): FactRow[] => [
  ['姓名', applicant.name],
  ['公民身份号码', applicant.idNumber],
];

const numberRows = ({ letterNo, inReplyTo }: LetterFacts): FactRow[] => [
  ['函件编号', letterNo],
  ...(inReplyTo ? [['回复函件', inReplyTo] as const] : []),
];

const figureRows = ({
  insuranceKind,
  insuredSince,
  suspendedOn,
  paidMonths,
  accountBalanceFen,
}: LetterFacts): FactRow[] => [
  ...(insuranceKind ? [['险种', insuranceKind] as const] : []),
  ...(insuredSince ? [['参保时间', dateWords(insuredSince)] as const] : []),
  ...(suspendedOn ? [['停保时间', dateWords(suspendedOn)] as const] : []),
  ...(paidMonths === undefined ? [] : [['累计缴费月数', `${paidMonths}个月`] as const]),
  ...(accountBalanceFen === undefined ? [] : [['个人账户余额', yuanWords(accountBalanceFen)] as const]),
];

export function enrolmentCertificate(facts: CaseFacts, letter: DetailsOf<'enrolmentCertificate'>): Sheet {
  return sheetOf(facts, {
    type: 'enrolmentCertificate',
    version: 1,
    addressee: letter.toName,
    blocks: [
      {
        kind: 'paragraph',
        text: `兹证明${facts.applicant.name}在我统筹地区参加基本医疗保险，现因医疗保险关系转移接续出具本凭证，参保情况如下：`,
      },
      { kind: 'facts', rows: [...numberRows(letter), ...personRows(facts), ...figureRows(letter)] },
      {
        kind: 'paragraph',
        text: '请贵机构核对后为其办理医疗保险关系接续手续，并向我机构开具《基本医疗保险转移接续联系函》。',
      },
    ],
  });
}

export function contactLetter(facts: CaseFacts, letter: DetailsOf<'contactLetter'>): Sheet {
  const { certificateNo, inReplyTo } = letter;
  const certificate = certificateNo ?? inReplyTo;
  return sheetOf(facts, {
    type: 'contactLetter',
    version: 1,
    addressee: letter.toName,
    blocks: [
      {
        kind: 'paragraph',
        text: `原在你统筹地区参加基本医疗保险的${facts.applicant.name}，现申请将医疗保险关系转入我统筹地区，经审核，符合转移接续条件。请贵机构收到本函后，按规定期限向我机构发出《基本医疗保险转移类型变更信息表》，并办理个人账户资金划转手续。`,
      },
      {
        kind: 'facts',
        rows: [
          ...numberRows({ letterNo: letter.letterNo, toName: letter.toName }),
          ...(certificate ? [['参保凭证编号', certificate] as const] : []),
          ...personRows(facts),
        ],
      },
    ],
  });
}

export function informationForm(facts: CaseFacts, letter: DetailsOf<'informationForm'>): Sheet {
  return sheetOf(facts, {
    type: 'informationForm',
    version: 1,
    addressee: letter.toName,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ...numberRows(letter),
          ['转出地', facts.agency],
          ['转入地', letter.toName],
          ...personRows(facts),
          ...figureRows(letter),
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '起始年月', share: 3, align: 'center' },
          { title: '终止年月', share: 3, align: 'center' },
          { title: '缴费月数', share: 2, align: 'center' },
          { title: '险种', share: 4, align: 'center' },
        ],
        rows: (letter.periods ?? []).map(({ from, to, months, insuranceKind }) => [
          monthWords(from),
          monthWords(to),
          String(months),
          insuranceKind,
        ]),
      },
      { kind: 'paragraph', text: '以上信息以医疗保障信息平台记载为准。请贵机构核对后办理接续手续。' },
    ],
  });
}
