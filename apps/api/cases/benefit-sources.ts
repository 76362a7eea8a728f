import type { Source } from './register-source';

const ofPlatform = (path: string, words: Readonly<Record<string, string>>): Source => ({
  name: '核心经办平台',
  path: `/core/${path}/query`,
  keeps: [],
  words: (status) => words[status] ?? status,
});

/** What is asked before a benefit is paid (YT-6 to YT-9.1, QD-7, QD-8). */
export const benefitSources = {
  maternityFiling: ofPlatform('maternity-filing', { filed: '生育前已办理异地生育备案', none: '没有异地生育备案' }),
  birthCertificates: ofPlatform('birth-certificates', { held: '平台已有证明信息', lacking: '平台没有证明信息' }),
  maternitySettlement: ofPlatform('maternity-settlement', {
    settled: '生育医疗费已结算',
    unsettled: '生育医疗费尚未结算',
  }),
  aidPerson: ofPlatform('aid-person', { listed: '在册医疗救助对象', none: '未查到医疗救助对象身份' }),
  onlineSettlement: ofPlatform('online-settlement', { manual: '未联网结算', online: '已联网结算' }),
  priorSettlement: ofPlatform('prior-settlement', {
    settled: '基本医保、大病保险已结算',
    unsettled: '基本医保、大病保险尚未结算',
  }),
  /** 月度指标分解 and 违规扣费 pushed by the auditors (QD-10.1 四（二）、（三）). */
  settlementFigures: {
    ...ofPlatform('settlement-figures', { ready: '月度指标和推送扣费已取得', closed: '平台尚未开放该月清算' }),
    keeps: ['quotas', 'deductions'],
  },
} satisfies Record<string, Source>;
