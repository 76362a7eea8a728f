import type { CaseAction, CaseView } from '@due-process/contracts';
import { FieldInputs, FieldRow, MaterialsInput, type GivenMaterial, type Values } from '../parts/fields';
import type { KeptFile } from '../parts/files/kept-file';
import { MaterialFiles } from '../parts/files/material-files';
import { isPlain, scopeOf } from './action-values';
import type { Brought } from './case-files';

interface Props {
  view: CaseView;
  action: CaseAction;
  values: Values;
  faults: Record<string, string>;
  onChange: (id: string, value: unknown) => void;
  /** Files brought with what is handed in now. */
  brought: Brought;
  bring: (material: string, files: KeptFile[]) => void;
}

/** The notice names what is missing; everything else takes papers in. */
const takesPapersIn = ({ action }: CaseAction): boolean => action !== 'requestSupplement';

/** Work moves only to those who could hold it; anybody of the agency may be asked to sign. */
function colleaguesFor(view: CaseView, { action, taskKey }: CaseAction): { unit?: string; role?: string } | undefined {
  const task = view.tasks.find(({ key }) => key === taskKey) ?? view.tasks[0];
  return task && (action === 'handOver' || action === 'delegate') ? { unit: task.unit.id, role: task.role } : undefined;
}

const under = (faults: Record<string, string>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([id, words]) => (id.startsWith(prefix) ? [[id.slice(prefix.length), words]] : [])),
  );

export function ActionFields({ view, action, values, faults, onChange, brought, bring }: Props) {
  const colleaguesOf = colleaguesFor(view, action);
  return (
    <>
      <FieldInputs
        rules={action.fields.filter(isPlain)}
        values={values}
        faults={faults}
        onChange={onChange}
        scope={{ ...scopeOf(view), input: values }}
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
        const ticked = values[rule.id] as Record<string, GivenMaterial>;
        const take = (id: string, files: KeptFile[]): void => {
          bring(id, files);
          if (files.length > 0 && (ticked[id]?.status ?? 'missing') === 'missing')
            onChange(rule.id, { ...ticked, [id]: { ...ticked[id], id, status: 'received' } });
        };
        return (
          <FieldRow key={rule.id} id={rule.id} rule={rule} fault={faults[rule.id]}>
            <MaterialsInput
              offered={offered}
              value={ticked}
              onChange={(next) => onChange(rule.id, next)}
              {...(takesPapersIn(action)
                ? {
                    below: ({ id, name }) => (
                      <MaterialFiles
                        name={name}
                        files={[...(brought[id] ?? [])]}
                        onChange={(files) => take(id, files)}
                      />
                    ),
                  }
                : {})}
            />
          </FieldRow>
        );
      })}
    </>
  );
}
