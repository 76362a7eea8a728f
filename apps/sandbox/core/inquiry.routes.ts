import { z } from 'zod';
import { regionCode } from '../exchange/letter.schema';
import { read } from '../http/input';
import type { Handler, Route } from '../http/server';
import type { Keys } from '../keys';
import { shanghaiDate } from '../world/dates';
import type { World } from '../world/world';
import { assumedEmployer } from './employer-record';
import { BENEFIT_REGISTERS, benefitRegisters, filingFor, registerAnswer } from './benefit-registers';
import { baseOf, contributionYears, employerOf } from './insurance-record';
import { payoutAccountOf, personalAccount } from './personal-account';
import type { EnrolmentRegistry } from './registry';

/** Numbers travel in bodies alone, never in an address that somebody logs. */
const question = z.strictObject({
  idNumber: z.string().trim().min(5).max(30),
  region: regionCode.default('370600'),
  purpose: z.string().max(60).default('query'),
  /** What of the application the question is about. */
  about: z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()])).default({}),
});

/** What clerks ask of the registers before they decide: records, accounts, filings, deaths. Nothing here changes anything. */
export function inquiryRoutes(world: World, keys: Keys, registry: EnrolmentRegistry): Route[] {
  const asked = (
    path: string,
    answer: (
      subject: string,
      region: string,
      purpose: string,
      about: Record<string, string | number | boolean>,
    ) => Record<string, unknown>,
  ): Route => {
    const handle: Handler = (call) => {
      const { idNumber, region, purpose, about } = read(question, call.raw);
      const body = answer(keys.subject(idNumber), region, purpose, about);
      return { status: 200, body: { region, ...body, queriedAt: new Date().toISOString() } };
    };
    return { method: 'POST', path: `/core/${path}/query`, handle };
  };
  return [
    asked('insurance-record', (subject, region, purpose) => {
      const record = registry.of(subject, region, 'insured');
      // 职工 and 灵活就业 have a contribution record; residents pay by the year and have none (QD-2.3 二).
      if (record.status === 'none' || (purpose === 'employee' && record.kind !== 'employee')) return { status: 'none' };
      return {
        ...record,
        ...personalAccount(world, registry, subject, region),
        status: record.status,
        employer: employerOf(subject),
        baseFen: baseOf(subject),
        periods: contributionYears(subject, record, Date.now()),
      };
    }),
    asked('personal-account', (subject, region) => ({
      ...personalAccount(world, registry, subject, region),
      payoutAccount: payoutAccountOf(world, subject, region),
    })),
    asked('employer-record', (subject) => ({
      ...(world.employers.get(subject) ?? assumedEmployer(subject, Date.now())),
    })),
    asked('death-record', (subject) => {
      const diedOn = world.deaths.get(subject);
      return diedOn === undefined ? { status: 'notFound' } : { status: 'registered', diedOn };
    }),
    asked('out-of-town-filing', (subject, region, _purpose, about) =>
      filingFor(world, subject, region, shanghaiDate(Date.now()), about),
    ),
    ...benefitRegisters.map((register) =>
      asked(BENEFIT_REGISTERS[register].path, (subject) => registerAnswer(world, register, subject)),
    ),
  ];
}
