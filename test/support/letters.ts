import { createLetterSigner, createSubject } from '@due-process/secrets';
import { testKeys } from './environment';
import { askApi, type Answer } from './http';
import type { Person } from './persons';

export interface Envelope {
  letterNo: string;
  type: string;
  fromAgency: string;
  toAgency: string;
  inReplyTo?: string;
  subject: string;
  issuedOn: string;
  body: Record<string, unknown>;
}

const bodies: Record<string, Record<string, unknown>> = {
  enrolmentCertificate: {
    insuranceKind: 'employee',
    insuredSince: '2016-03-01',
    suspendedOn: '2025-02-20',
    paidMonths: 108,
    accountBalanceFen: 345_678,
  },
  contactLetter: {
    account: { payeeRef: 'agency:320500', accountName: '苏州', bank: '工商银行', accountNo: '6222320500000001' },
  },
  informationForm: {
    insuranceKind: 'employee',
    paidMonths: 108,
    periods: [{ from: '2016-03', to: '2025-02', months: 108, insuranceKind: 'employee' }],
    accountBalanceFen: 345_678,
  },
};

let serial = 0;
const run = Date.now().toString(36);

/** A letter of another city about a person, as docs/exchange.md describes it. */
export function letterFrom(
  fromAgency: string,
  type: string,
  person: Person,
  given: Partial<Envelope> & { toAgency: string },
): Envelope {
  const { name, idNumber } = person;
  return {
    letterNo: `${fromAgency}-${run}-${String(++serial).padStart(4, '0')}`,
    type,
    fromAgency,
    subject: createSubject(testKeys())(idNumber),
    issuedOn: '2025-03-03',
    body: { person: { name, idNumber }, issuer: { agency: fromAgency, name: fromAgency }, ...bodies[type] },
    ...given,
  };
}

export interface Posting {
  /** Whose key signs; the platform's unless another is named. */
  signer?: string;
  /** Seconds by which the signer's clock is wrong. */
  skew?: number;
  /** What is sent in place of what was signed. */
  tampered?: string;
  unsigned?: boolean;
}

/** Posts a letter or a receipt to the agencies' address, signed. */
export function post(
  resource: 'letters' | 'receipts',
  content: unknown,
  { signer = 'platform', skew = 0, tampered, unsigned = false }: Posting = {},
): Promise<Answer<{ letterNo: string; repeated: boolean }>> {
  const raw = typeof content === 'string' ? content : JSON.stringify(content);
  const headers = unsigned ? {} : createLetterSigner(testKeys()).sign(signer, raw, Date.now() + skew * 1000);
  return askApi('POST', `/api/exchange/${resource}`, { raw: tampered ?? raw, headers });
}
