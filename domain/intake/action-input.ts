import {
  conditionsHold,
  type ConditionScope,
  type FieldRule,
  type IsoDate,
  type MaterialRule,
  type MaterialState,
} from '@due-process/contracts';
import { fault, isBlank, isRecord, type FieldFault } from './fault';
import { isPlainField, type NumberChecks, type PlainValue } from './field-value';
import { checkFields } from './fields';
import { checkMaterials } from './materials';

/** What an action's input is judged against: the case's own item, as the edition it was accepted under publishes it. */
export interface ActionScope {
  conditions: ConditionScope;
  form: readonly FieldRule[];
  materials: readonly MaterialRule[];
  /** True date of the act. */
  on: IsoDate;
  checks: NumberChecks;
}

export interface CheckedInput {
  values: Record<string, PlainValue>;
  /** Changed fields of the case's form; null clears one. */
  form?: Record<string, PlainValue | null>;
  materials?: MaterialState[];
  /** Colleagues as the client names them, by field; the caller looks them up. */
  accounts: Record<string, string>;
  faults: FieldFault[];
}

/** An action's input by the fields it publishes: plain ones, and those that stand for a checklist, a part of the form or a colleague. */
export function checkActionInput(rules: readonly FieldRule[], given: unknown, at: ActionScope): CheckedInput {
  if (given !== undefined && given !== null && !isRecord(given)) {
    return { values: {}, accounts: {}, faults: [fault('input', 'WRONG_TYPE', '应为对象')] };
  }
  const fields = given ?? {};
  const special = rules.filter((rule) => !isPlainField(rule));
  const specialIds = new Set(special.map((rule) => rule.id));
  const plain = Object.fromEntries(Object.entries(fields).filter(([id]) => !specialIds.has(id)));
  const checked = checkFields(
    rules.filter((rule) => isPlainField(rule)),
    plain,
    { prefix: 'input', scope: at.conditions, checks: at.checks },
  );
  const result: CheckedInput = { values: checked.values, accounts: {}, faults: checked.faults };
  for (const rule of special) {
    const value = Object.hasOwn(fields, rule.id) ? fields[rule.id] : undefined;
    if (isBlank(value)) {
      const asked = conditionsHold(rule.when, { ...at.conditions, input: fields });
      if (rule.required && asked) result.faults.push(fault(`input.${rule.id}`, 'REQUIRED', `请填写${rule.label}`));
    } else readSpecial(rule, value, at, result);
  }
  return result;
}

function readSpecial(rule: FieldRule, value: unknown, at: ActionScope, result: CheckedInput): void {
  const prefix = `input.${rule.id}`;
  if (rule.type === 'account') {
    if (typeof value === 'string' && value.length <= 64) result.accounts[rule.id] = value.trim();
    else result.faults.push(fault(prefix, 'WRONG_TYPE', `${rule.label}：应为账号`));
  } else if (rule.type === 'materials') {
    const offered = rule.options && new Set(rule.options.map((option) => option.value));
    const materials = offered ? at.materials.filter((material) => offered.has(material.id)) : at.materials;
    const checked = checkMaterials(materials, value, { prefix, scope: at.conditions, on: at.on });
    result.materials = checked.named;
    result.faults.push(...checked.faults);
    if (rule.required && checked.faults.length === 0 && checked.named.length === 0) {
      result.faults.push(fault(prefix, 'REQUIRED', `请勾选${rule.label}`));
    }
  } else changeForm(value, at, prefix, result);
}

/** Only the fields that are given change; a required one cannot be cleared. */
function changeForm(value: unknown, at: ActionScope, prefix: string, result: CheckedInput): void {
  if (!isRecord(value)) {
    result.faults.push(fault(prefix, 'WRONG_TYPE', '应为对象'));
    return;
  }
  const conditions = { ...at.conditions, form: { ...at.conditions.form, ...value } };
  const touched = at.form.filter((rule) => Object.hasOwn(value, rule.id));
  const unknown = Object.keys(value).filter((id) => !touched.some((rule) => rule.id === id));
  result.faults.push(...unknown.map((id) => fault(`${prefix}.${id.slice(0, 60)}`, 'UNKNOWN_FIELD', '没有这个栏目')));
  const known = Object.fromEntries(touched.map((rule) => [rule.id, value[rule.id]]));
  const checked = checkFields(touched, known, { prefix: 'form', scope: conditions, checks: at.checks });
  result.faults.push(...checked.faults.map((one) => ({ ...one, field: `input.${one.field}` })));
  const cleared = touched.filter((rule) => isBlank(value[rule.id])).map((rule) => [rule.id, null]);
  result.form = { ...Object.fromEntries(cleared), ...checked.values };
}
