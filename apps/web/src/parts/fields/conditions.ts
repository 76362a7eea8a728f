import { conditionsHold, type ConditionScope, type FieldRule } from '@due-process/contracts';

export const askedFields = (rules: readonly FieldRule[], scope: ConditionScope): FieldRule[] =>
  rules.filter((rule) => conditionsHold(rule.when, scope));

/** The field with the answers that are offered in this situation. */
export const withOffered = (rule: FieldRule, scope: ConditionScope): FieldRule =>
  rule.options?.some(({ when }) => when)
    ? { ...rule, options: rule.options.filter(({ when }) => conditionsHold(when, scope)) }
    : rule;
