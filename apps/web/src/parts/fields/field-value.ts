import type { FieldRule } from '@due-process/contracts';

export type Values = Record<string, unknown>;

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const patterns: Partial<Record<FieldRule['type'], [RegExp, string]>> = {
  idNumber: [/^\d{17}[\dXx]$/, '应为 18 位身份证号'],
  creditCode: [/^[0-9A-Za-z]{18}$/, '应为 18 位统一社会信用代码'],
  phone: [/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})$/, '应为手机号或带区号的固定电话'],
  bankAccount: [/^[\d\s-]{8,40}$/, '应为 8 至 30 位数字'],
};

/** Weights and check figures of GB 11643-1999. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const figures = '10X98765432';

export const identityCardHolds = (number: string): boolean =>
  /^\d{17}[\dX]$/i.test(number) &&
  figures[weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11] === number[17]?.toUpperCase();

/** What a person sees while typing; the server judges again by the same rule. */
export function faultOf(rule: FieldRule, value: unknown): string | undefined {
  if (isBlank(value)) return rule.required ? `请填写${rule.label}` : undefined;
  if (typeof value === 'string') return textFault(rule, value.trim());
  if (typeof value === 'number') return numberFault(rule, value);
  return undefined;
}

function textFault(rule: FieldRule, text: string): string | undefined {
  const [pattern, words] = patterns[rule.type] ?? [];
  if (pattern && !pattern.test(text.replace(/\s/g, ''))) return words;
  if (rule.type === 'idNumber' && !identityCardHolds(text.replace(/\s/g, '')))
    return '身份证号有误，请核对号码和校验位';
  const most = rule.maxLength;
  return most !== undefined && [...text].length > most ? `不能超过 ${most} 个字` : undefined;
}

function numberFault({ type, min, max }: FieldRule, value: number): string | undefined {
  const shown = (limit: number): string => (type === 'amountFen' ? `${limit / 100} 元` : String(limit));
  if (min !== undefined && value < min) return `不能小于 ${shown(min)}`;
  return max !== undefined && value > max ? `不能大于 ${shown(max)}` : undefined;
}

/** Faults of all fields that are asked for, by field. */
export function faultsOf(rules: readonly FieldRule[], values: Values): Record<string, string> {
  const faults = rules.map((rule) => [rule.id, faultOf(rule, values[rule.id])] as const);
  return Object.fromEntries(faults.filter((one): one is [string, string] => one[1] !== undefined));
}

/** What is sent: blank fields are left out. */
export const given = (rules: readonly FieldRule[], values: Values): Values =>
  Object.fromEntries(rules.flatMap(({ id }) => (isBlank(values[id]) ? [] : [[id, values[id]]])));
