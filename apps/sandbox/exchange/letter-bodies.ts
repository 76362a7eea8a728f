import type { ContactLetterBody, LetterBodies, LetterPerson, LetterType } from '@due-process/contracts';
import { monthsBefore } from '../world/dates';
import type { EnrolmentRecord } from '../world/events';
import { officeName } from './agencies';

export interface BodySource {
  city: string;
  person: LetterPerson;
  record: EnrolmentRecord;
  today: string;
  /** The letter it answers, reminds of or returns. */
  about?: { type: LetterType; letterNo: string; issuedOn: string };
}

export const returnReason = '函件信息与本地参保登记不一致，请核对后重新发函';

/** What a played city writes, from what the core platform knows of the person there. */
const writers: { [T in LetterType]: (source: BodySource) => LetterBodies[T] } = {
  enrolmentCertificate: ({ city, person, record, today }) => ({
    person,
    insuranceKind: record.kind,
    insuredSince: record.insuredSince ?? today,
    suspendedOn: record.suspendedOn ?? today,
    paidMonths: record.paidMonths,
    accountBalanceFen: record.accountBalanceFen,
    issuer: issuer(city),
  }),
  contactLetter: ({ city, person, about }) => ({
    person,
    ...(about?.type === 'enrolmentCertificate' ? { certificateNo: about.letterNo } : {}),
    account: account(city),
    issuer: issuer(city),
  }),
  informationForm: ({ city, person, record, today }) => ({
    person,
    insuranceKind: record.kind,
    paidMonths: record.paidMonths,
    periods: record.paidMonths === 0 ? [] : [onePeriod(record, today)],
    accountBalanceFen: record.accountBalanceFen,
    issuer: issuer(city),
  }),
  reminder: ({ about, today }) => asked(about, today),
  escalation: ({ about, today }) => asked(about, today),
  returnNotice: () => ({ reason: returnReason }),
  withdrawal: () => ({ reason: '参保人撤回转移接续申请' }),
};

export const bodyOf = (type: LetterType, source: BodySource): Record<string, unknown> => writers[type](source);

const issuer = (city: string) => ({ agency: city, name: officeName(city), telephone: '12393' });

const account = (city: string): NonNullable<ContactLetterBody['account']> => ({
  payeeRef: `agency:${city}`,
  accountName: officeName(city),
  bank: '中国工商银行',
  accountNo: `6222${city}000001`,
});

const asked = (about: BodySource['about'], today: string) => ({
  awaitedType: about?.type === 'contactLetter' ? ('informationForm' as const) : ('contactLetter' as const),
  sentOn: about?.issuedOn ?? today,
});

/** One period without a gap that ends in the last paid month. */
function onePeriod(record: EnrolmentRecord, today: string) {
  const last = (record.suspendedOn ?? today).slice(0, 7);
  const from = monthsBefore(last, record.paidMonths - 1);
  return { from, to: last, months: record.paidMonths, insuranceKind: record.kind };
}
