import { FieldInputs, FieldRow, MaterialsInput, type GivenMaterial, type Values } from '../parts/fields';
import { isPlain, scopeOf } from './action-values';
import type { CaseAction, CaseView } from '@due-process/contracts';

interface Props {
  view: CaseView;
  action: CaseAction;
  values: Values;
  faults: Record<string, string>;
  onChange: (id: string, value: unknown) => void;
}

/** Work moves only to those who could hold it; anybody of the agency may be asked to sign. */
function colleaguesFor(view: CaseView, { action, taskKey }: CaseAction): { unit?: string; role?: string } | undefined {
  const task = view.tasks.find(({ key }) => key === taskKey) ?? view.tasks[0];
  return task && (action === 'handOver' || action === 'delegate') ? { unit: task.unit.id, role: task.role } : undefined;
}

const under = (faults: Record<string, string>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([id, words]) => (id.startsWith(prefix) ? [[id.slice(prefix.length), words]] : [])),
  );

export function ActionFields({ view, action, values, faults, onChange }: Props) {
  const colleaguesOf = colleaguesFor(view, action);
  return (
    <>
      <FieldInputs
        rules={action.fields.filter(isPlain)}
        values={values}
        faults={faults}
        onChange={onChange}
        scope={{ ...scopeOf(view), input: values }}
        autoFocus
        {...(colleaguesOf ? { colleaguesOf } : {})}
      />
      {action.fields.map((rule) => {
        if (rule.type === 'form') {
          const form = values[rule.id] as Values;
          return (
            <fieldset key={rule.id} className="plain-fieldset">
              <legend>{rule.label}</legend>
              <FieldInputs
                rules={view.formFields}
                values={form}
                faults={under(faults, 'form.')}
                scope={{ ...scopeOf(view), form }}
                onChange={(id, value) => onChange(rule.id, { ...form, [id]: value })}
              />
            </fieldset>
          );
        }
        if (rule.type !== 'materials') return null;
        const ids = rule.options?.map(({ value }) => value);
        const offered = ids ? view.materials.filter(({ id }) => ids.includes(id)) : view.materials;
        return (
          <FieldRow key={rule.id} id={rule.id} rule={rule} fault={faults[rule.id]}>
            <MaterialsInput
              offered={offered}
              value={values[rule.id] as Record<string, GivenMaterial>}
              onChange={(next) => onChange(rule.id, next)}
            />
          </FieldRow>
        );
      })}
    </>
  );
}
