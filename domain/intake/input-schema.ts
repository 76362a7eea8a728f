import type { FieldRule } from '@due-process/contracts';
import { greatestNumber } from './field-value';
import { nameLength } from './person-name';

/** JSON Schema (2020-12) of an action's input or of a form, for programs that know only the HTTP contract. */
export interface InputSchema {
  type: 'object';
  properties: Record<string, Record<string, unknown>>;
  required: string[];
  additionalProperties: false;
}

const types: Record<FieldRule['type'], Record<string, unknown>> = {
  text: { type: 'string' },
  longText: { type: 'string' },
  date: { type: 'string', format: 'date' },
  month: { type: 'string', format: 'date' },
  choice: { type: 'string' },
  boolean: { type: 'boolean' },
  number: { type: 'number', minimum: 0, maximum: greatestNumber },
  amountFen: { type: 'integer', minimum: 0, maximum: greatestNumber },
  idNumber: { type: 'string', pattern: '^\\d{17}[\\dXx]$' },
  creditCode: { type: 'string', pattern: '^[0-9A-Z]{18}$' },
  phone: { type: 'string', maxLength: 20 },
  bankAccount: { type: 'string', pattern: '^\\d{8,30}$' },
  personName: { type: 'string', minLength: 1, maxLength: nameLength },
  agency: { type: 'string', pattern: '^\\d{6}$' },
  organisation: { type: 'string', maxLength: 64 },
  roster: { type: 'string', format: 'uuid' },
  materials: { type: 'array', items: { type: ['string', 'object'] } },
  form: { type: 'object' },
  account: { type: 'string', maxLength: 64 },
};

/** A field with a condition is never `required` here: whether it is asked for depends on the others. */
export function inputSchema(rules: readonly FieldRule[]): InputSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(rules.map((rule) => [rule.id, property(rule)])),
    required: rules.filter((rule) => rule.required && !rule.when?.length).map((rule) => rule.id),
    additionalProperties: false,
  };
}

function property(rule: FieldRule): Record<string, unknown> {
  const bounded = rule.type === 'number' || rule.type === 'amountFen';
  const written = rule.type === 'text' || rule.type === 'longText';
  return {
    title: rule.label,
    ...types[rule.type],
    ...(rule.help ? { description: rule.help } : {}),
    ...offered(rule),
    ...(bounded && rule.min !== undefined ? { minimum: rule.min } : {}),
    ...(bounded && rule.max !== undefined ? { maximum: rule.max } : {}),
    ...(written ? { maxLength: rule.maxLength ?? (rule.type === 'text' ? 200 : 2000) } : {}),
    ...(rule.personal ? { 'x-personal': true } : {}),
    ...(rule.when?.length ? { 'x-when': rule.when } : {}),
    ...(rule.kinds ? { 'x-kinds': rule.kinds } : {}),
  };
}

function offered({ type, options }: FieldRule): Record<string, unknown> {
  if (!options) return {};
  const values = options.map((option) => option.value);
  return type === 'materials' ? { 'x-offered': values } : { enum: values };
}
