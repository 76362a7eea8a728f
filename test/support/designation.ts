import { randomUUID } from 'node:crypto';
import { type Clerk } from './clerk';
import { creditCode } from './fill';
import { type Answer } from './http';
import { caseOf, type CaseView } from './views';

/** What the tests of designation share: institutions, their papers, and what assessors enter. */
export interface Institution {
  kind: string;
  name: string;
  idType: 'creditCode';
  idNumber: string;
  phone: string;
}

export const hospital = (name = '演示医院', idNumber = creditCode()): Institution => ({
  kind: 'medicalInstitution',
  name,
  idType: 'creditCode',
  idNumber,
  phone: '0532-85770358',
});
export const pharmacy = (name = '演示药店'): Institution => ({ ...hospital(name), kind: 'retailPharmacy' });

export const qingdaoPapers = [
  'applicationForm',
  'staffRoster',
  'foundingApproval',
  'practiceCertificates',
  'premisesProof',
  'equipmentList',
];
export const yantaiPapers = [
  'applicationForm',
  'practiceLicenceCopy',
  'practiceCertificates',
  'staffRoster',
  'leaseContract',
  'premisesPictures',
];

const scored = (points: number) =>
  Object.fromEntries(
    ['scorePremises', 'scoreStaff', 'scoreService', 'scoreManagement', 'scoreInformation'].map((id) => [id, points]),
  );
const assessed = {
  assessor: 'group',
  assessorNames: '甲、乙、丙',
  paperOn: '2026-03-02',
  siteOn: '2026-03-04',
};
export const pass = { ...assessed, ...scored(18), reasons: '符合要求', advice: '无' };
export const fail = { ...assessed, ...scored(10), reasons: '人员资质不符合要求', advice: '补足执业人员' };
export const delivery = { method: 'direct', receivedBy: '院办' };
export const terms = {
  termServed: '全体参保人',
  termScope: '门诊',
  termContent: '基本医疗服务',
  termQuality: '按协议考核',
  termPayment: '统筹基金和个人账户',
  termSettlement: '按月审核结算',
  termBreach: '按协议处理',
  termDuration: '一年',
};
export const signed = { agreementFrom: '2026-06-01', agreementTo: '2027-05-31' };

export function register(
  clerk: Clerk,
  itemCode: string,
  given: {
    applicant?: Institution;
    receivedAt?: string;
    form?: Record<string, unknown>;
    materials?: string[];
    officeId?: string;
  },
): Promise<Answer<CaseView>> {
  const qingdao = itemCode.startsWith('QD');
  const form = qingdao ? { district: 'shinanDistrict', institutionKind: 'clinic' } : { forProfit: false };
  return clerk.open({
    itemCode,
    officeId: given.officeId ?? (qingdao ? 'shinan' : 'zhifu'),
    channel: 'window',
    applicant: given.applicant ?? hospital(),
    form: given.form ?? form,
    materials: given.materials ?? (qingdao ? qingdaoPapers : yantaiPapers),
    ...(given.receivedAt ? { receivedAt: given.receivedAt } : {}),
  });
}

export const registered = async (...given: Parameters<typeof register>): Promise<CaseView> =>
  caseOf(await register(...given));

/** Publishes a window of its own for a test, so that no test depends on what is published for the year it runs in. */
export async function publish(clerk: Clerk, window: Record<string, unknown>): Promise<{ id: string; state: string }> {
  const answer = await clerk.ask<{ id: string; state: string }>('POST', '/api/acceptance-windows', {
    body: { name: `测试 ${randomUUID().slice(0, 8)}`, ...window },
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
