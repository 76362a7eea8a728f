import type { FilingFacts } from '../entitlement-facts';
import type { CaseFacts, DetailsOf } from '../facts';
import type { FactRow, Sheet } from '../sheet';
import { dateWords, yuanWords } from '../words';
import { caseRows, sheetOf } from './parts';

/**
 * 个人账户支付单 (YT-3.3 四.3, QD-2.1 四（四）), the filing forms that the guide names (YT-5.1 四.1, 5.4 四.2, 5.5 四.1) and the one sheet of a settlement in three parts (YT-4 四). The guides print none of the
 * forms: their rows are what the process itself needs.
 */
export function accountPaymentSheet(facts: CaseFacts, details: DetailsOf<'accountPaymentSheet'>): Sheet {
  const { reason, amountFen, paymentNo, claimant } = details;
  return sheetOf(facts, {
    type: 'accountPaymentSheet',
    version: 1,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['办件编号', facts.caseNo],
          ['参保人', facts.applicant.name],
          ['证件号码', facts.applicant.idNumber],
          ...(claimant ? [['申请人', claimant] as const] : []),
          ['支付情形', reason],
          ['支付金额', yuanWords(amountFen)],
          ...(paymentNo ? [['支付流水号', paymentNo] as const] : []),
          ['支付日期', dateWords(facts.issuedOn)],
        ],
      },
      { kind: 'paragraph', text: '个人账户余额已一次性支付，个人账户同时结清。' },
    ],
  });
}

const valid = ({ validFrom, validUntil }: FilingFacts): string =>
  `${dateWords(validFrom)}起${validUntil ? `至${dateWords(validUntil)}` : '，变更或取消前有效'}`;

const filingRows = (facts: CaseFacts, details: FilingFacts): FactRow[] => [
  ...caseRows(facts),
  ...details.entries,
  ['有效期', valid(details)],
];

function filingForm(
  facts: CaseFacts,
  details: FilingFacts & { type: string },
  opinionTitle: string,
  closing: string,
): Sheet {
  const opinion: FactRow[] = details.opinion ? [[opinionTitle, details.opinion]] : [];
  return sheetOf(facts, {
    type: details.type,
    version: 1,
    signed: { receivedBy: true },
    blocks: [
      { kind: 'facts', rows: [...filingRows(facts, details), ...opinion] },
      { kind: 'paragraph', text: closing },
    ],
  });
}

export const residenceFilingForm = (facts: CaseFacts, details: DetailsOf<'residenceFilingForm'>): Sheet =>
  filingForm(
    facts,
    details,
    '经办意见',
    '需慢性病门诊、普通门诊治疗的，备案医院即为参保人异地门诊就诊医院；备案医院所属地区的国家平台联网医院皆为参保人的住院定点医院。',
  );

export const referralFilingForm = (facts: CaseFacts, details: DetailsOf<'referralFilingForm'>): Sheet =>
  filingForm(
    facts,
    details,
    '转诊意见',
    '转诊备案信息已上传至省（部）平台。请持社会保障卡或身份证在转往地联网医院就医。',
  );

export const emergencyReviewForm = (facts: CaseFacts, details: DetailsOf<'emergencyReviewForm'>): Sheet =>
  filingForm(facts, details, '审核意见', '经审核符合异地急诊转住院条件，已联网备案。');

export function settlementSheet(facts: CaseFacts, details: DetailsOf<'settlementSheet'>): Sheet {
  const { settlementNo, insured, visit, hospital, totalFen, withinRulesFen, personalFen } = details;
  const { basicFen, seriousFen, supplementaryFen } = details;
  const paid = basicFen + seriousFen + supplementaryFen;
  return sheetOf(facts, {
    type: 'settlementSheet',
    version: 1,
    signed: { receivedBy: true },
    blocks: [
      {
        kind: 'facts',
        rows: [
          ...caseRows(facts),
          ['结算单号', settlementNo],
          ['参保类别', insured],
          ['医疗机构', hospital],
          ['就诊类别', visit],
          ['费用总额', yuanWords(totalFen)],
          ['其中符合规定的费用', yuanWords(withinRulesFen)],
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '结算项目', share: 6 },
          { title: '支付金额', share: 4, align: 'right' },
        ],
        rows: [
          ['基本医疗保险', yuanWords(basicFen)],
          ['大病保险', yuanWords(seriousFen)],
          ['补充医疗保险', yuanWords(supplementaryFen)],
          ['医保支付合计', yuanWords(paid)],
          ['个人负担', yuanWords(personalFen)],
        ],
      },
      { kind: 'paragraph', text: '以上三部分一站式结算，参保人只需支付个人负担部分。' },
    ],
  });
}
