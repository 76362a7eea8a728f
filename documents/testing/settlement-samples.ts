import type { SettlementDetails, SettlementLineFacts } from '../settlement-facts';

const line = (name: string, claimedFen: number, more: Partial<SettlementLineFacts> = {}): SettlementLineFacts => ({
  name,
  claimedFen,
  returned: false,
  deductionFen: 0,
  overQuotaFen: 0,
  payableFen: claimedFen,
  ...more,
});

const lines = [
  line('职工住院', 52_000_000, { quotaFen: 60_000_000, deductionFen: 1_000_000, payableFen: 51_000_000 }),
  line('职工门诊慢特病', 0),
  line('职工普通门诊', 8_000_000),
  line('居民住院', 31_000_000, { quotaFen: 30_000_000, overQuotaFen: 1_000_000, payableFen: 30_000_000 }),
  line('居民门诊慢特病', 400_000, { returned: true, payableFen: 0 }),
  line('居民普通门诊', 0),
];
const sheet = { period: '2026-02', lines, totalFen: 89_000_000 };
const posts = ['审核结算', '复核并生成拨付单', '业务相关人员签字', '副处长签字', '处长签字', '分管领导签字'];

/** A month of a made-up hospital. */
export const settlementSamples: { [Type in SettlementDetails['type']]: { name: string; details: SettlementDetails } } =
  {
    monthlySettlementSheet: {
      name: '月度结算单',
      details: {
        type: 'monthlySettlementSheet',
        ...sheet,
        sample: '抽审职工住院 20 份',
        deductionReason: '超范围用药',
      },
    },
    paymentOrder: { name: '拨付单', details: { type: 'paymentOrder', ...sheet } },
    appropriationSheet: {
      name: '月度结算拨款表',
      details: {
        type: 'appropriationSheet',
        ...sheet,
        signatures: posts.map((post, at) => ({
          post,
          person: `签字人${'甲乙丙丁戊己'[at]}`,
          on: `2026-03-${16 + at}`,
        })),
      },
    },
    categoryReturnNotice: {
      name: '二级清算类别退回通知',
      details: {
        type: 'categoryReturnNotice',
        period: '2026-02',
        lines: lines.filter(({ returned }) => returned),
        reason: '明细与汇总不符',
      },
    },
  };
