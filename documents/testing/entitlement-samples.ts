import type { EntitlementDetails } from '../entitlement-facts';

const filing = {
  entries: [
    ['备案地', '上海市'],
    ['备案医院', '上海市第一人民医院（南部）'],
    ['预计异地居住时间', '6 个月以上'],
  ] as [string, string][],
  placeName: '上海市',
  hospital: '上海市第一人民医院（南部）',
  validFrom: '2026-09-22',
};

const record = {
  insuranceKind: '职工基本医疗保险',
  status: '正常参保',
  insuredSince: '2012-05-01',
  employer: '烟台海港物流有限公司',
  paidMonths: 172,
  baseFen: 512_000,
  accountBalanceFen: 598_743,
  askedOn: '2026-09-22',
  years: Array.from({ length: 11 }, (_, at) => ({
    year: at === 0 ? '2016及以前' : String(2016 + at),
    months: 12,
    baseFen: 512_000,
    personalFen: 122_880,
    employerFen: 430_080,
    toAccountFen: 122_880,
  })),
};

export const entitlementSamples: {
  [Type in EntitlementDetails['type']]: { name: string; details: Extract<EntitlementDetails, { type: Type }> };
} = {
  contributionProof: {
    name: '参保缴费证明（个人权益记录）',
    details: { type: 'contributionProof', ...record },
  },
  contributionRecord: { name: '个人缴费记录', details: { type: 'contributionRecord', ...record } },
  employerContributionRecord: {
    name: '单位参保缴费信息',
    details: {
      type: 'employerContributionRecord',
      registeredOn: '2008-03-01',
      insuredCount: 240,
      paidThrough: '2026-08',
      owedFen: 0,
      askedOn: '2026-09-22',
      months: Array.from({ length: 12 }, (_, at) => ({
        month: `2025-${String(at + 1).padStart(2, '0')}`,
        insured: 240,
        baseFen: 122_880_000,
        dueFen: 11_059_200,
        paidFen: 11_059_200,
      })),
    },
  },
  accountPaymentSheet: {
    name: '个人账户一次性支付单',
    details: {
      type: 'accountPaymentSheet',
      reason: '参保人死亡',
      amountFen: 598_743,
      paymentNo: 'JJ0000000017',
      claimant: '死亡参保人的继承人 李**',
    },
  },
  residenceFilingForm: { name: '烟台市异地居住就医登记备案表', details: { type: 'residenceFilingForm', ...filing } },
  referralFilingForm: {
    name: '烟台市异地转诊登记备案表',
    details: { type: 'referralFilingForm', ...filing, validUntil: '2027-03-22', opinion: '限于本地技术条件，同意转诊' },
  },
  emergencyReviewForm: {
    name: '烟台市异地就医急诊审核登记表',
    details: { type: 'emergencyReviewForm', ...filing, validUntil: '2026-12-22', opinion: '符合异地急诊条件' },
  },
  settlementSheet: {
    name: '医疗费用联网结算单',
    details: {
      type: 'settlementSheet',
      settlementNo: 'JS37060000000001',
      insured: '职工',
      visit: '住院',
      hospital: '演示医院',
      totalFen: 1_150_000,
      withinRulesFen: 1_070_000,
      basicFen: 858_500,
      seriousFen: 0,
      supplementaryFen: 63_450,
      personalFen: 228_050,
    },
  },
};
