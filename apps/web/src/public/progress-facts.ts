import type { ProgressAnswer } from '@due-process/contracts';
import { read, write } from '../client';

export interface Pass {
  caseNo: string;
  queryCode: string;
}

export const progressOf = (pass: Pass, signal?: AbortSignal) =>
  read<ProgressAnswer>('/public/progress', { ...pass }, signal);

export const levels = [
  { id: 'verySatisfied', words: '非常满意', low: false },
  { id: 'satisfied', words: '满意', low: false },
  { id: 'basicallySatisfied', words: '基本满意', low: false },
  { id: 'dissatisfied', words: '不满意', low: true },
  { id: 'veryDissatisfied', words: '非常不满意', low: true },
] as const;
export type LevelId = (typeof levels)[number]['id'];

export const complaints = [
  '服务态度不好',
  '等待时间过长',
  '材料要求不一致',
  '未一次性告知',
  '超过承诺时限',
  '结果未说明理由',
];

export const rate = (pass: Pass, rating: { level: LevelId; phrases: string[]; text?: string }) =>
  write<{ words: string }>('/public/ratings', { ...pass, ...rating });

/** Number and code as the receipt's QR code gives them: behind `#`, which browsers send to no server. */
export function passOf(hash: string): Partial<Pass> {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const caseNo = given.get('caseNo');
  const queryCode = given.get('queryCode') ?? given.get('code');
  return { ...(caseNo ? { caseNo } : {}), ...(queryCode ? { queryCode } : {}) };
}

export const hashOf = (pass: Pass): string => `#${new URLSearchParams({ ...pass }).toString()}`;
