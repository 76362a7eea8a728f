import { randomInt } from 'node:crypto';
import { conditionsHold, type ConditionScope, type FieldRule } from '@due-process/contracts';
import { today } from './deadlines';
import { somebody } from './persons';

/** Values that a form's own rules ask for, so that a program can fill in any form it has never seen. */
type Values = Record<string, unknown>;

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A made-up organisation's code with its check character (GB 32100-2015). */
export function creditCode(): string {
  const code = `91370600MA${Array.from({ length: 7 }, () => creditAlphabet[randomInt(10, 30)]).join('')}`;
  const sum = creditWeights.reduce((total, weight, at) => total + weight * creditAlphabet.indexOf(code[at] ?? ''), 0);
  return code + creditAlphabet[(31 - (sum % 31)) % 31];
}

/** Always made anew: a situation names numbers of nobody. */
const numbers: Partial<Record<FieldRule['type'], () => unknown>> = {
  idNumber: () => somebody().idNumber,
  creditCode,
  phone: () => somebody().phone,
  bankAccount: () => `6222020012${randomInt(100_000, 999_999)}`,
  personName: () => '王演示',
};

function usual(rule: FieldRule): unknown {
  const made = numbers[rule.type];
  if (made) return made();
  switch (rule.type) {
    case 'date':
    case 'month':
      return today();
    case 'choice':
      return rule.options?.[0]?.value;
    case 'boolean':
      return true;
    case 'number':
    case 'amountFen':
      return Math.max(rule.min ?? 0, 1);
    case 'agency':
      return '370200';
    case 'materials':
      return rule.options?.slice(0, 1).map(({ value }) => value) ?? [];
    default:
      return '演示';
  }
}

/** What is given stays, numbers of persons and accounts apart; what is required and not given takes its usual value. */
export function fill(
  rules: readonly FieldRule[],
  given: Values,
  scope: ConditionScope,
  under: 'form' | 'input',
): Values {
  const values: Values = {};
  for (const rule of rules) {
    if (!conditionsHold(rule.when, { ...scope, [under]: values })) continue;
    const asked = given[rule.id] ?? (rule.required ? usual(rule) : undefined);
    if (asked === undefined) continue;
    values[rule.id] = numbers[rule.type]?.() ?? asked;
  }
  return values;
}
