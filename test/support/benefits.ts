import { randomUUID } from 'node:crypto';
import { createLetterSigner } from '@due-process/secrets';
import { required, testKeys } from './environment';
import { ask, type Answer } from './http';
import { somebody } from './persons';
import { sandbox } from './sandbox';

/** What a benefit's application is made of, for items of both cities. */
export const applicant = (kind = 'employee') => ({ ...somebody('欧阳㙓'), kind });

/** Sets what a register says of this person before the application. */
export const registerSays = (idNumber: string, register: string, status: string) =>
  sandbox.register('registers', { register, idNumber, status });

/** 10000.50 of costs, 1600.50 taken off, 8400.00 found in order. */
export const costs = {
  medicineFen: 300_000,
  examinationFen: 120_000,
  treatmentFen: 580_050,
  outOfScopeFen: 150_000,
  deductedFen: 10_050,
  deductionReason: '一次性材料超限价',
};

export const paymentsOf = async (caseNo: string) =>
  (await sandbox.payments()).filter((payment) => payment.caseNo === caseNo && payment.status === 'done');

/** A request as the exchange platform forwards it: signed over its body, or over its address where there is none. */
export function pushed<T>(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  signer = 'platform',
): Promise<Answer<T>> {
  const raw = body === undefined ? path : JSON.stringify(body);
  const headers = createLetterSigner(testKeys()).sign(signer, raw, Date.now());
  return ask<T>(required('API_URL'), method, path, { headers, ...(body === undefined ? {} : { body }) });
}

export const listNo = (): string => `MZ-${randomUUID()}`;
