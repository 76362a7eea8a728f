import type { IsoDate } from '@due-process/contracts';

/**
 * 生育津贴 month by month. Basis: YT-8.5 五 (生育结算次月月底开始按月发放). The amount is the employer's average monthly wage ÷ 30 × days
 * (国家规定的计发办法); which days belong to which payment is our setting: at each month's end, all days up to then that are not yet paid.
 */
export interface Allowance {
  /** First day for which it is due. */
  from: IsoDate;
  days: number;
  monthlyBaseFen: number;
  /** Day on which the birth was settled. */
  settledOn: IsoDate;
}

export interface AllowancePayment {
  /** `YYYY-MM` */
  period: string;
  payOn: IsoDate;
  days: number;
  amountFen: number;
}

const dayMs = 86_400_000;
const dayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** Last day of the month that lies `months` after the one of the date. */
export function monthEnd(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

/** Half a fen counts as one. Whole numbers only, so that nothing is lost in fractions. */
export function allowanceTotal({ days, monthlyBaseFen }: Pick<Allowance, 'days' | 'monthlyBaseFen'>): number {
  return Math.floor((2 * monthlyBaseFen * days + 30) / 60);
}

/** All payments: each is due at the end of its month, the last one carries the remainder, together they are the total. */
export function allowancePayments(allowance: Allowance): AllowancePayment[] {
  const { from, days, settledOn } = allowance;
  const total = allowanceTotal(allowance);
  const payments: AllowancePayment[] = [];
  let [paidDays, paidFen] = [0, 0];
  for (let nth = 1; paidDays < days; nth++) {
    const payOn = monthEnd(settledOn, nth);
    const due = Math.min(days, Math.max(0, dayNumber(payOn) - dayNumber(from) + 1));
    if (due === paidDays) continue;
    const dueFen = due === days ? total : Math.floor((total * due) / days);
    payments.push({ period: payOn.slice(0, 7), payOn, days: due - paidDays, amountFen: dueFen - paidFen });
    [paidDays, paidFen] = [due, dueFen];
  }
  return payments;
}
