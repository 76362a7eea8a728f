import { conditionsHold, type ConditionScope, type FieldRule } from '@due-process/contracts';
import { fault, isBlank, isRecord, type FieldFault } from './fault';
import { readValue, type NumberChecks, type PlainValue } from './field-value';

export interface CheckedFields {
  values: Record<string, PlainValue>;
  faults: FieldFault[];
}

/**
 * A form or an action's input against its rules: every bad field named at once, none taken unread. Fields whose condition does not hold are not
 * asked for and may not be filled in. `prefix` is the path in the request (`form`, `input`).
 */
export function checkFields(
  rules: readonly FieldRule[],
  given: unknown,
  at: { prefix: 'form' | 'input'; scope: ConditionScope; checks: NumberChecks },
): CheckedFields {
  if (given !== undefined && given !== null && !isRecord(given)) {
    return { values: {}, faults: [fault(at.prefix, 'WRONG_TYPE', '应为对象')] };
  }
  const fields = given ?? {};
  const scope = { ...at.scope, [at.prefix]: { ...at.scope[at.prefix], ...fields } };
  const known = new Set(rules.map((rule) => rule.id));
  const faults = Object.keys(fields)
    .filter((id) => !known.has(id))
    .map((id) => fault(`${at.prefix}.${id.slice(0, 60)}`, 'UNKNOWN_FIELD', '没有这个栏目'));
  const values: Record<string, PlainValue> = {};
  for (const rule of rules) {
    const field = `${at.prefix}.${rule.id}`;
    const value = Object.hasOwn(fields, rule.id) ? fields[rule.id] : undefined;
    const asked = conditionsHold(rule.when, scope);
    if (isBlank(value)) {
      if (asked && rule.required) faults.push(fault(field, 'REQUIRED', `请填写${rule.label}`));
    } else if (!asked) {
      faults.push(fault(field, 'NOT_APPLICABLE', `此情形无需填写${rule.label}`));
    } else {
      const read = readValue(withOffered(rule, scope), value, at.checks);
      if ('value' in read) values[rule.id] = read.value;
      else faults.push(fault(field, read.code, `${rule.label}：${read.message}`));
    }
  }
  return { values, faults };
}

/** A choice with the answers that are offered here: an entry may be meant for one kind of applicant, or for one answer elsewhere. */
const withOffered = (rule: FieldRule, scope: ConditionScope): FieldRule =>
  rule.options ? { ...rule, options: rule.options.filter(({ when }) => conditionsHold(when, scope)) } : rule;
