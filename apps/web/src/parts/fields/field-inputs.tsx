import type { FieldRule } from '@due-process/contracts';
import { useId } from 'react';
import { askedFields, type FieldScope } from './conditions';
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
  scope?: FieldScope;
  colleaguesOf?: InputProps['colleaguesOf'];
  autoFocus?: boolean;
}

/** Plain fields of a form or an action's input, rendered from their rules; those that do not apply are not asked. */
export function FieldInputs({ rules, values, onChange, faults = {}, scope = {}, colleaguesOf, autoFocus }: Props) {
  const prefix = useId();
  return askedFields(rules, { input: values, ...scope }).map((rule, at) => {
    const id = `${prefix}-${rule.id}`;
    return (
      <FieldRow key={rule.id} rule={rule} id={id} fault={faults[rule.id]}>
        <FieldInput
          rule={rule}
          id={id}
          value={values[rule.id]}
          onChange={(value) => onChange(rule.id, value)}
          {...(colleaguesOf ? { colleaguesOf } : {})}
          {...(autoFocus && at === 0 ? { autoFocus } : {})}
        />
      </FieldRow>
    );
  });
}
