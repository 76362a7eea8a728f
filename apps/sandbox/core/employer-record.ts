import { createHash } from 'node:crypto';
import { monthsBefore, shanghaiDate } from '../world/dates';

/** One month of an employer's contributions. */
export interface EmployerMonth {
  month: string;
  insured: number;
  baseFen: number;
  dueFen: number;
  paidFen: number;
}

export interface EmployerRecord {
  status: 'registered' | 'none';
  registeredOn?: string;
  insuredCount?: number;
  paidThrough?: string;
  owedFen?: number;
  months?: EmployerMonth[];
}

/** Share of the base that employer and staff pay together in the simulation. */
const share = 0.09;

/** What the core platform says of an employer whom nobody has set up: the last twelve months, always the same for the same employer. */
export function assumedEmployer(subject: string, now: number): EmployerRecord {
  const bytes = createHash('sha256').update(`employer|${subject}`).digest();
  const insured = 3 + (bytes.readUInt16BE(0) % 240);
  const base = 450_000 + (bytes.readUInt8(2) % 50) * 10_000;
  const last = monthsBefore(shanghaiDate(now).slice(0, 7), 1);
  const months = Array.from({ length: 12 }, (_, at): EmployerMonth => {
    const count = Math.max(insured - (at % 3), 1);
    const dueFen = Math.round(count * base * share);
    return { month: monthsBefore(last, at), insured: count, baseFen: count * base, dueFen, paidFen: dueFen };
  }).toReversed();
  return {
    status: 'registered',
    registeredOn: `${2005 + (bytes.readUInt8(3) % 15)}-0${1 + (bytes.readUInt8(4) % 9)}-01`,
    insuredCount: insured,
    paidThrough: last,
    owedFen: 0,
    months,
  };
}
