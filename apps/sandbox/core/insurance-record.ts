import { createHash } from 'node:crypto';
import { monthsBefore, shanghaiDate } from '../world/dates';
import type { EnrolmentRecord } from '../world/events';

/** One calendar year of a contribution record. */
export interface ContributionYear {
  year: string;
  months: number;
  /** Monthly contribution base. */
  baseFen: number;
  personalFen: number;
  employerFen: number;
  toAccountFen: number;
}

/** Shares of the base by which the simulated platform books: 2 % from the person, 7 % from the employer, 2 % into the account. */
const shares = { personal: 0.02, employer: 0.07, account: 0.02 };
/** Years that a record lists one by one; what lies before stands in one line. */
const listedYears = 10;

const employers = ['烟台海港物流有限公司', '胶东精密机械有限公司', '青岛海珊纺织有限公司', '半岛食品股份有限公司'];

const bytesOf = (subject: string): Buffer => createHash('sha256').update(`record|${subject}`).digest();

/** Always the same base and employer for the same person. */
export const baseOf = (subject: string): number => 400_000 + (bytesOf(subject).readUInt16BE(0) % 81) * 10_000;
export const employerOf = (subject: string): string =>
  employers[bytesOf(subject).readUInt8(2) % employers.length] ?? String(employers[0]);

/** The months a person has paid, by calendar year; they end with the last month paid and add up to `paidMonths`. */
export function contributionYears(subject: string, record: EnrolmentRecord, now: number): ContributionYear[] {
  const until = (record.status === 'suspended' ? record.suspendedOn : undefined) ?? shanghaiDate(now);
  const months = Array.from({ length: record.paidMonths }, (_, at) => monthsBefore(until.slice(0, 7), at));
  const perYear = new Map<string, number>();
  for (const month of months) perYear.set(month.slice(0, 4), (perYear.get(month.slice(0, 4)) ?? 0) + 1);
  const years = [...perYear].sort(([a], [b]) => a.localeCompare(b));
  const earlier = years.slice(0, Math.max(years.length - listedYears, 0));
  const base = baseOf(subject);
  const line = (year: string, count: number): ContributionYear => ({
    year,
    months: count,
    baseFen: base,
    personalFen: Math.round(base * shares.personal) * count,
    employerFen: Math.round(base * shares.employer) * count,
    toAccountFen: Math.round(base * shares.account) * count,
  });
  const before = earlier.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...(before > 0 ? [line(`${earlier.at(-1)?.[0]}及以前`, before)] : []),
    ...years.slice(earlier.length).map(([year, count]) => line(year, count)),
  ];
}
