import type { DayReason, DerivationDay } from '@due-process/contracts';
import type { CaseFacts, Details } from '../facts';
import { entitlementSamples } from './entitlement-samples';
import { recognitionSamples } from './recognition-samples';
import { settlementSamples } from './settlement-samples';

/** Made-up facts for tests, one sample of every type. */
export const caseNo = '37060000120260922000017';

export function factsOf(name: string, given: Partial<CaseFacts> = {}): CaseFacts {
  return {
    documentNo: `${caseNo}-D01`,
    name,
    issuedOn: '2026-09-22',
    agency: '烟台市医疗保障经办机构',
    office: {
      name: '市直',
      address: '莱山区银海路 46 号烟台市政务服务中心二楼人社服务区',
      telephone: '6096338',
      supervisionTelephone: '6295106',
      hours: '工作日 8:30—17:00',
    },
    item: { code: 'YT-2.2', name: '医疗保险关系转出', guide: '《烟台市统一医疗保障经办服务办事指南（试行）》' },
    caseNo,
    applicant: { name: '买买提·艾山', idNumber: '3706**********1052' },
    receivedOn: '2026-09-21',
    acceptedOn: '2026-09-22',
    channel: '现场办理',
    ...given,
  };
}

const limit = {
  name: '邮寄变更信息表',
  kind: '法定时限',
  quantity: 10,
  unit: 'workingDay' as const,
  dueOn: '2026-10-13',
  provisional: false,
};

export const missing = [
  '身份证或社会保障卡',
  '异地安置认定材料（“户口簿首页”和本人常住人口登记卡，或者个人承诺书）',
  '长期居住认定材料（居住证明或者个人承诺书）',
  '医疗费用收据原件',
  '门诊病历、检查化验报告单等病历材料',
  '住院费用汇总明细清单（加盖医疗机构公章）',
  '银行账户信息',
];

/** Why lines of a list come back. */
const returnedLines = [
  { lineNo: 4, name: '买买提·艾山', idNumber: '3706**********1052', reason: '与本名册第 2 行重复' },
  { lineNo: 57, name: '张𠮷', idNumber: '3706**********123X', reason: '身份证号有误：请核对位数、出生日期和校验位' },
];

const letter = { letterNo: `${caseNo}-L01`, toName: '青岛市医疗保障经办机构', insuranceKind: '职工基本医疗保险' };

/** 15 working days from Thursday 2026-09-17 across 中秋 (25 to 27 September) and 国庆 (1 to 7 October), with 20 September and 10 October worked. */
export function daysAcrossNationalDay(): DerivationDay[] {
  const days: DerivationDay[] = [{ date: '2026-09-17', counted: false, reason: 'startDay' }];
  let counted = 0;
  for (let at = 1; counted < 15; at += 1) {
    const date = new Date(Date.UTC(2026, 8, 17 + at));
    const on = date.toISOString().slice(0, 10);
    const [reason, note] = reasonOf(on, date.getUTCDay());
    const works = reason === 'workingDay' || reason === 'makeUpWorkday';
    if (works) counted += 1;
    days.push({ date: on, counted: works, reason, ...(note ? { note } : {}) });
  }
  return days;
}

function reasonOf(on: string, weekday: number): [DayReason, string?] {
  if (on >= '2026-09-25' && on <= '2026-09-27') return ['holiday', '中秋节'];
  if (on >= '2026-10-01' && on <= '2026-10-07') return ['holiday', '国庆节'];
  if (on === '2026-09-20' || on === '2026-10-10') return ['makeUpWorkday', '调休上班'];
  return weekday === 0 || weekday === 6 ? ['weekend'] : ['workingDay'];
}

export const samples: Record<Details['type'], { name: string; details: Details }> = {
  receipt: {
    name: '收件凭证',
    details: {
      type: 'receipt',
      materials: [
        { name: '身份证或社会保障卡', status: '已收' },
        { name: '银行账户信息', status: '待提交' },
      ],
      limitStatement:
        '即时办理《基本医疗保险参保凭证》，接到转入地《基本医疗保险转移接续联系函》后10个工作日内完成《基本医疗保险转移类型变更信息表》邮寄。',
      queryCode: 'K7QM-3FXA',
      progressUrl: `https://example.org/progress?caseNo=${caseNo}&queryCode=K7QM3FXA`,
    },
  },
  acceptanceNotice: { name: '受理通知书', details: { type: 'acceptanceNotice', limits: [limit] } },
  supplementNotice: {
    name: '一次性告知书',
    details: {
      type: 'supplementNotice',
      missing,
      asked: '复印件须注明“与原件一致”并签名。',
      limit: { ...limit, name: '补正材料', kind: '补正期限', dueOn: '2026-10-15' },
      paused: false,
    },
  },
  nonAcceptanceNotice: {
    name: '不予受理通知书',
    details: { type: 'nonAcceptanceNotice', reason: '尚未办理停保手续，不能转出；请先在原参保地办理停保。' },
  },
  rejectionDecision: {
    name: '不予办理决定书',
    details: { type: 'rejectionDecision', reason: '提交的病历材料不支持所申报的病种。' },
  },
  conclusionNotice: {
    name: '办结通知书',
    details: {
      type: 'conclusionNotice',
      concludedOn: '2026-09-22',
      letters: [{ title: '基本医疗保险参保凭证', letterNo: `${caseNo}-L01` }],
    },
  },
  rosterResult: {
    name: '名册处理结果通知',
    details: {
      type: 'rosterResult',
      roster: '三年级花名册.xlsx（120 人）',
      lines: 120,
      accepted: 117,
      rejected: 3,
      returned: returnedLines,
    },
  },
  ...entitlementSamples,
  ...recognitionSamples,
  ...settlementSamples,
  extensionNotice: {
    name: '延期通知书',
    details: {
      type: 'extensionNotice',
      reason: '案情复杂，需外地核实。',
      limit,
      wasDueOn: '2026-10-09',
      extendedBy: 5,
    },
  },
  specialProcedureNotice: {
    name: '特别程序告知书',
    details: {
      type: 'specialProcedureNotice',
      cause: '特别程序（异地协查）',
      legalBasis: '听证、检验、鉴定、专家评审、异地协查所需时间不计入办理时限，书面告知申请人',
      noticeNo: '烟医保协查〔2026〕17号',
      reason: '向就诊地核实住院病历',
      startsOn: '2026-09-22',
      limitOn: '2026-10-27',
      clocks: ['邮寄变更信息表', '邮寄变更信息表（承诺）'],
    },
  },
  enrolmentCertificate: {
    name: '基本医疗保险参保凭证',
    details: {
      type: 'enrolmentCertificate',
      ...letter,
      insuredSince: '2015-03-01',
      suspendedOn: '2026-09-10',
      paidMonths: 138,
      accountBalanceFen: 284_550,
    },
  },
  contactLetter: {
    name: '基本医疗保险转移接续联系函',
    details: { type: 'contactLetter', letterNo: `${caseNo}-L02`, toName: letter.toName, certificateNo: 'QD-0001' },
  },
  informationForm: {
    name: '基本医疗保险转移类型变更信息表',
    details: {
      type: 'informationForm',
      ...letter,
      inReplyTo: 'QD-20260915-0007',
      paidMonths: 138,
      accountBalanceFen: 284_550,
      periods: [{ from: '2015-03', to: '2026-08', months: 138, insuranceKind: '职工基本医疗保险' }],
    },
  },
  settlementStatement: {
    name: '费用结算单',
    details: {
      type: 'settlementStatement',
      costs: {
        claimedFen: 1_000_050,
        paidBeforeFen: 0,
        deductedFen: 160_050,
        auditedFen: 840_000,
        payableFen: 720_000,
        ownFen: 280_050,
        claimed: [
          { label: '药品费', fen: 300_000 },
          { label: '检查化验费', fen: 120_000 },
          { label: '治疗手术及材料费', fen: 580_050 },
        ],
        paidBefore: [],
        deducted: [
          { label: '政策范围外费用', fen: 150_000 },
          { label: '其他核减', fen: 10_050 },
        ],
        paid: [
          { label: '基本医保基金支付', fen: 600_000 },
          { label: '大病保险支付', fen: 120_000 },
        ],
        reason: '一次性材料超限价 100.50 元',
      },
    },
  },
  paymentNotice: {
    name: '拨付通知',
    details: { type: 'paymentNotice', amountFen: 720_000, paymentNo: 'JJ0000000001', paidTo: '社会保障卡金融账户' },
  },
  assessmentNotice: {
    name: '评估结果告知书',
    details: {
      type: 'assessmentNotice',
      second: false,
      passed: false,
      score: 62,
      passMark: 80,
      scores: [
        ['场所与设施（20 分）', 12],
        ['人员资质（20 分）', 10],
      ],
      assessor: '评估小组',
      assessorNames: '甲、乙、丙',
      paperOn: '2026-03-02',
      siteOn: '2026-03-04',
      reasons: '人员资质不符合要求',
      advice: '补足执业人员',
      onward: '自本告知书送达之日起，整改3个月后可申请再次组织评估。',
    },
  },
  deliveryReceipt: {
    name: '送达回证',
    details: {
      type: 'deliveryReceipt',
      servedName: '评估结果告知书',
      servedNo: `${caseNo}-D04`,
      method: '直接送达',
      receivedBy: '院办',
      deliveredOn: '2026-03-10',
    },
  },
  publicNotice: {
    name: '评估结果公示',
    details: { type: 'publicNotice', from: '2026-04-15', to: '2026-04-22', days: 5 },
  },
  agreement: {
    name: '医疗保障定点服务协议',
    details: {
      type: 'agreement',
      terms: [
        ['服务人群', '全体参保人'],
        ['服务范围', '门诊'],
      ],
      signedOn: '2026-05-08',
      from: '2026-06-01',
      to: '2027-05-31',
      meetings: 2,
    },
  },
  designatedList: {
    name: '定点医药机构名单',
    details: { type: 'designatedList', kind: '医疗机构', since: '2026-05-08' },
  },
  proofOfService: {
    name: '送达回证',
    details: { type: 'proofOfService', servedName: '办结通知书', servedNo: `${caseNo}-D05` },
  },
  derivation: {
    name: '办理时限推导单',
    details: {
      type: 'derivation',
      limit: { ...limit, quantity: 15, dueOn: '2026-10-14' },
      startWords: '收到《基本医疗保险转移接续联系函》',
      startedOn: '2026-09-17',
      extendedBy: 0,
      open: false,
      calendarVersion: '2026',
      pauses: [],
      days: daysAcrossNationalDay(),
    },
  },
  other: { name: '评估结果告知书', details: { type: 'other', rows: [['评估等级', '三级']] } },
};
