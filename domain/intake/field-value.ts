import type { FieldOption, FieldRule, FieldType, IsoDate, NamedValue, Role } from '@due-process/contracts';
import { isRecord, type FaultCode } from './fault';
import { nameLength, personName } from './person-name';

/** Check figures are the business of the caller's library; this package depends on none. */
export interface NumberChecks {
  identityCard(number: string): boolean;
  creditCode(code: string): boolean;
  /** Name of a region's agency, or undefined when there is none such. */
  agencyName(code: string): string | undefined;
  /** 今日, beyond which lies no day that is said to have been; without it none is too late. */
  today?: IsoDate;
  /** Name of an organisation of one of these kinds (of any where none is named); undefined when there is none such. */
  organisationName(id: string, kinds: readonly Role[] | undefined): string | undefined;
  /** Whether somebody there can sign in; work for an organisation without accounts lies with the window. */
  isStaffed?(id: string): boolean;
}

export type PlainValue = string | number | boolean | NamedValue;
export type ValueOrFault = { value: PlainValue } | { code: FaultCode; message: string };

/** Long lists are looked up in the published form. */
const notAmong = (options: FieldOption[]): string =>
  options.length > 12
    ? '不在可选范围内'
    : `应为以下之一：${options.map(({ value, label }) => `${value}（${label}）`).join('、')}`;

type Reader = (value: unknown, rule: FieldRule, checks: NumberChecks) => ValueOrFault;

const no = (code: FaultCode, message: string): ValueOrFault => ({ code, message });
const notText = no('WRONG_TYPE', '应为文字');
const defaultLength: Partial<Record<FieldRule['type'], number>> = { text: 200, longText: 2000 };
/** Control characters other than line breaks come from damaged copies and break print and search. */
const controls = /(?!\n)\p{Cc}/u;

/** Half of a rare character, left by software that cuts text in the middle of one. */
const halfCharacter = /\p{Surrogate}/u;

const text: Reader = (value, rule) => {
  if (typeof value !== 'string') return notText;
  // A paste from a table brings tabs, a program of another system its own line ends.
  const plain = value.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
  if (controls.test(plain) || halfCharacter.test(plain)) return no('FORMAT', '含有无法识别的字符');
  const most = rule.maxLength ?? defaultLength[rule.type] ?? 200;
  return [...plain].length > most ? no('TOO_LONG', `不能超过 ${most} 个字`) : { value: plain };
};

const pattern =
  (form: RegExp, message: string, clean: (text: string) => string = (plain) => plain.replace(/[\s-]/g, '')): Reader =>
  (value) => {
    if (typeof value !== 'string') return notText;
    const plain = clean(value.normalize('NFKC').trim());
    return form.test(plain) ? { value: plain } : no('FORMAT', message);
  };

/** Nothing here is counted or paid beyond it: ten thousand million yuan in fen. What is greater was mistyped. */
export const greatestNumber = 1_000_000_000_000;

const amount =
  (whole: boolean): Reader =>
  (value, rule) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return no('WRONG_TYPE', '应为数字');
    if (whole && !Number.isSafeInteger(value)) return no('FORMAT', '金额以分为单位，应为整数');
    const { min = 0, max = greatestNumber } = rule;
    if (value < min) return no('NOT_VALID', `不能小于 ${min}`);
    return value > max ? no('NOT_VALID', `不能大于 ${max}`) : { value };
  };

export function identityCard(value: unknown, checks: Pick<NumberChecks, 'identityCard'>): ValueOrFault {
  if (typeof value !== 'string') return notText;
  const plain = value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{15}$/.test(plain)) return no('FORMAT', '15 位身份证号已停用，请填写 18 位身份证号');
  return checks.identityCard(plain) ? { value: plain } : no('FORMAT', '身份证号有误，请核对 18 位号码和校验位');
}

const rosterId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A real day, not only the shape of one: 2026-02-30 is none. */
export function isRealDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}

export type PlainFieldType = Exclude<FieldType, 'materials' | 'form' | 'account'>;
export const isPlainField = (rule: FieldRule): rule is FieldRule & { type: PlainFieldType } =>
  rule.type !== 'materials' && rule.type !== 'form' && rule.type !== 'account';

/** What lies outside cannot be counted with (domain/calendar), and nobody who is served was born before. */
const dayRange = { first: '1900-01-01', last: '2199-12-31' };

const date: Reader = (value, rule, { today }) => {
  if (typeof value !== 'string' || !isRealDate(value)) return no('FORMAT', '应为真实日期，格式 YYYY-MM-DD');
  if (value < dayRange.first || value > dayRange.last) return no('NOT_VALID', '日期须在 1900 年至 2199 年之间');
  return today !== undefined && !rule.ahead && value > today ? no('IN_FUTURE', '日期不能晚于今日') : { value };
};

const readers: Record<PlainFieldType, Reader> = {
  text,
  longText: text,
  date,
  month: date,
  choice: (value, rule) =>
    typeof value === 'string' && (rule.options ?? []).some((option) => option.value === value)
      ? { value }
      : no('NOT_OFFERED', notAmong(rule.options ?? [])),
  boolean: (value) => (typeof value === 'boolean' ? { value } : no('WRONG_TYPE', '应为 true 或 false')),
  number: amount(false),
  amountFen: amount(true),
  idNumber: (value, _rule, checks) => identityCard(value, checks),
  creditCode: (value, _rule, checks) => {
    if (typeof value !== 'string') return notText;
    const plain = value.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    return checks.creditCode(plain) ? { value: plain } : no('FORMAT', '统一社会信用代码有误');
  },
  phone: pattern(/^(1[3-9]\d{9}|0\d{2,3}\d{7,8}|\d{7,8})$/, '应为手机号或带区号的固定电话'),
  bankAccount: pattern(/^\d{8,30}$/, '应为 8 至 30 位数字'),
  personName: (value) => {
    if (typeof value !== 'string') return notText;
    const name = personName(value);
    return name === undefined ? no('FORMAT', `姓名应为 1 至 ${nameLength} 个字，不含数字和符号`) : { value: name };
  },
  agency: (value, _rule, checks) => {
    const code = isRecord(value) ? value.code : value;
    if (typeof code !== 'string' || !/^\d{6}$/.test(code)) return no('FORMAT', '应为 6 位行政区划代码');
    const name = checks.agencyName(code);
    return name === undefined ? no('NOT_OFFERED', '没有这个经办机构') : { value: { code, name } };
  },
  organisation: (value, rule, checks) => {
    const code = isRecord(value) ? value.code : value;
    const name = typeof code === 'string' ? checks.organisationName(code, rule.kinds) : undefined;
    return typeof code === 'string' && name !== undefined
      ? { value: { code, name, ...(checks.isStaffed?.(code) === false ? { unstaffed: true } : {}) } }
      : no('NOT_OFFERED', '没有这个单位，请从名单中选择');
  },
  /** Whether the list exists and is free is asked of the store, which puts its name, hash and length in place of the id. */
  roster: (value) => {
    const code = isRecord(value) ? value.code : value;
    return typeof code === 'string' && rosterId.test(code)
      ? { value: { code, name: code } }
      : no('FORMAT', '应为已上传名册的编号');
  },
};

/** One value by its rule: cleaned, or why it cannot be taken. */
export function readValue(rule: FieldRule, value: unknown, checks: NumberChecks): ValueOrFault {
  return isPlainField(rule) ? readers[rule.type](value, rule, checks) : no('WRONG_TYPE', '此处不能填写');
}
