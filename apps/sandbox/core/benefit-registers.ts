import type { World } from '../world/world';
import { filingOf } from './filings';

/**
 * What is asked before a benefit is paid: filings of births elsewhere, certificates held, settlements, persons in need. Where the operator has set
 * nothing, the answer is the usual one, in which the application goes on and papers are asked for.
 */
export const BENEFIT_REGISTERS = {
  maternityFiling: { path: 'maternity-filing', usually: 'filed' },
  birthCertificates: { path: 'birth-certificates', usually: 'lacking' },
  maternitySettlement: { path: 'maternity-settlement', usually: 'settled' },
  aidPerson: { path: 'aid-person', usually: 'listed' },
  onlineSettlement: { path: 'online-settlement', usually: 'manual' },
  priorSettlement: { path: 'prior-settlement', usually: 'settled' },
  /** `quotas` and `deductions`: rows of {period, category, amountFen}, pushed for an institution. */
  settlementFigures: { path: 'settlement-figures', usually: 'ready' },
} as const;
export type BenefitRegister = keyof typeof BENEFIT_REGISTERS;
export const benefitRegisters = Object.keys(BENEFIT_REGISTERS) as [BenefitRegister, ...BenefitRegister[]];

export const registerAnswer = (world: World, register: BenefitRegister, subject: string): Record<string, unknown> =>
  world.registers.get(`${register}|${subject}`) ?? { status: BENEFIT_REGISTERS[register].usually };

/** A filing covers costs of its own hospital, within its own period (YT-6.2 二): the day and the hospital come with the question. */
export function filingFor(
  world: World,
  subject: string,
  region: string,
  today: string,
  about: Record<string, unknown>,
): Record<string, unknown> {
  const set = world.registers.get(`outOfTownFiling|${subject}`);
  if (set) return set;
  const day = about.treatedOn ?? about.admittedOn;
  const on = typeof day === 'string' ? day : today;
  const filing = filingOf(world, subject, region, on);
  if (filing.status !== 'valid') return filing;
  const { hospital, validFrom } = filing;
  if (typeof validFrom === 'string' && on < validFrom) return { ...filing, status: 'expired' };
  const asked = about.hospitalName;
  return typeof hospital === 'string' && hospital !== '' && typeof asked === 'string' && asked.trim() !== hospital
    ? { ...filing, status: 'otherHospital' }
    : filing;
}
