import type { ConditionScope, FieldRule } from '@due-process/contracts';
import { useId } from 'react';
import { askedFields, withOffered } from './conditions';
import { FieldInput } from './field-input';
import { FieldRow } from './field-row';
import type { Values } from './field-value';
import type { InputProps } from './input-props';

interface Props {
  rules: readonly FieldRule[];
  values: Values;
  onChange: (id: string, value: unknown) => void;
  /** Messages by field, from `faultsOf` or the server. */
  faults?: Record<string, string>;
  scope?: ConditionScope;
  colleaguesOf?: InputProps['colleaguesOf'];
}

/** Plain fields of a form or an action's input, rendered from their rules; those that do not apply are not asked. */
export function FieldInputs({ rules, values, onChange, faults = {}, scope = {}, colleaguesOf }: Props) {
  const prefix = useId();
  const seen = { input: values, ...scope };
  const rows = askedFields(rules, seen).map((asked) => {
    const rule = withOffered(asked, seen);
    const id = `${prefix}-${rule.id}`;
    return (
      <FieldRow key={rule.id} rule={rule} id={id} fault={faults[rule.id]}>
        <FieldInput
          rule={rule}
          id={id}
          value={values[rule.id]}
          onChange={(value) => onChange(rule.id, value)}
          region={scope.agency}
          {...(colleaguesOf ? { colleaguesOf } : {})}
        />
      </FieldRow>
    );
  });
  return <div className="field-grid">{rows}</div>;
}
