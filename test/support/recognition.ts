import { randomInt } from 'node:crypto';
import { today } from './deadlines';
import { somebody, type Person } from './persons';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Somebody born on this day. */
export function bornOn(birth: string): Person {
  const digits = `370202${birth.replaceAll('-', '')}${String(randomInt(0, 1000)).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * Number(weights[at]), 0);
  return { ...somebody(), idNumber: digits + '10X98765432'[sum % 11] };
}

/** The day so many years before today, moved by days. */
export function yearsAgo(years: number, days = 0): string {
  const now = today();
  return new Date(Date.UTC(Number(now.slice(0, 4)) - years, Number(now.slice(5, 7)) - 1, Number(now.slice(8)) + days))
    .toISOString()
    .slice(0, 10);
}

type Given = Record<string, unknown> & { form?: Record<string, unknown> };

/** 门诊慢病 of 烟台 as it is registered at the window. */
export const chronicYantai = ({ form, ...given }: Given = {}) => ({
  itemCode: 'YT-7',
  officeId: 'zhifu',
  channel: 'window',
  applicant: { ...somebody(), kind: 'employee' },
  form: { disease: 'diabetes', recordHospital: '烟台演示医院', recordIssuedOn: today(), ...form },
  materials: ['filingForm', 'medicalRecords', 'diagnosisEvidence'],
  ...given,
});

/** 门诊慢特病 of 青岛 as a hospital registers it. */
export const chronicQingdao = ({ form, ...given }: Given = {}) => ({
  itemCode: 'QD-5',
  officeId: 'shinan',
  channel: 'hospital',
  applicant: { ...somebody(), kind: 'resident' },
  form: { disease: 'dialysis', hospital: 'qingdao-municipal', ...form },
  materials: ['medicalRecords'],
  acceptNow: true,
  ...given,
});

/** 长期护理 as a care institution registers it. */
export const care = ({ form, ...given }: Given = {}) => ({
  itemCode: 'QD-11',
  officeId: 'shinan',
  channel: 'nursing',
  variant: 'disability',
  applicant: { ...bornOn('1960-05-01'), kind: 'insuredPerson' },
  form: { filedBy: 'family', hasRecords: true, assessor: 'qd-assessor-org', ...form },
  materials: ['assessmentForm', 'medicalRecords', 'applicantIdentity'],
  acceptNow: true,
  ...given,
});
