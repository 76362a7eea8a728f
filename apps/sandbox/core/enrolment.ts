import { createHash } from 'node:crypto';
import { dayMs, monthsBefore, shanghaiDate } from '../world/dates';
import type { EnrolmentRecord } from '../world/events';

/**
 * `insured`: asked about somebody who stays; `residentEnrolment` about somebody who is to be enrolled as a resident; the others about somebody who
 * leaves or comes.
 */
export type Purpose = 'transferOut' | 'transferIn' | 'insured' | 'residentEnrolment';

/**
 * What the core platform says of a person whom nobody has set up: always the same months and balance for the same
 * person. Leaving a place, they stopped ten days ago; entering one, they are enrolled and have paid the month.
 */
export function assumedRecord(subject: string, region: string, purpose: Purpose, now: number): EnrolmentRecord {
  const today = shanghaiDate(now);
  if (purpose === 'residentEnrolment') return { status: 'none', paidMonths: 0, accountBalanceFen: 0, kind: 'resident' };
  if (purpose === 'transferIn') {
    return {
      status: 'enrolled',
      insuredSince: `${today.slice(0, 7)}-01`,
      paidMonths: 1,
      accountBalanceFen: 0,
      kind: 'employee',
    };
  }
  const bytes = createHash('sha256').update(`${subject}|${region}`).digest();
  const paidMonths = 24 + (bytes.readUInt16BE(0) % 200);
  const insured = purpose === 'insured';
  const suspendedOn = shanghaiDate(now - 10 * dayMs);
  const lastPaid = insured ? today : suspendedOn;
  return {
    status: insured ? 'enrolled' : 'suspended',
    ...(insured ? {} : { suspendedOn }),
    insuredSince: `${monthsBefore(lastPaid.slice(0, 7), paidMonths - 1)}-01`,
    paidMonths,
    accountBalanceFen: 1000 + (bytes.readUInt32BE(2) % 1_500_000),
    kind: 'employee',
  };
}
