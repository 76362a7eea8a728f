import type { CaseAction, CaseView, ConditionScope, FieldRule } from '@due-process/contracts';
import type { GivenMaterial } from '../parts/fields';
import { given, isBlank, type Values } from '../parts/fields/field-value';

/** Fields that hold one value; the others stand for a checklist or a part of the form. */
export const isPlain = ({ type }: FieldRule): boolean => type !== 'materials' && type !== 'form';

export const scopeOf = (view: CaseView): ConditionScope => ({
  agency: view.agency.id,
  channel: view.channel,
  applicant: { kind: view.applicant.kind },
  form: view.form,
  facts: Object.fromEntries(view.facts.map((fact) => [fact.id, fact])),
  ...(view.variant ? { variant: view.variant } : {}),
});

const isSealed = (value: unknown): boolean => typeof value === 'object' && value !== null && 'sealed' in value;

/** The form as it can be typed over: sealed values start empty, and empty means unchanged. */
const formValues = (view: CaseView): Values =>
  Object.fromEntries(view.formFields.map(({ id, value }) => [id, isSealed(value) ? undefined : (value ?? undefined)]));

export const checklistOf = (view: CaseView): Record<string, GivenMaterial> =>
  Object.fromEntries(
    view.materials.map(({ id, status, alternative }) => [id, { id, status, ...(alternative ? { alternative } : {}) }]),
  );

/** What the drawer starts with: the case's own values where it changes them; the only choice where there is only one. */
export function startValues(view: CaseView, { fields }: CaseAction): Values {
  return Object.fromEntries(
    fields.map(({ id, type, options, required }) => {
      if (type === 'form') return [id, formValues(view)];
      if (type === 'materials') return [id, checklistOf(view)];
      return [id, type === 'choice' && required && options?.length === 1 ? options[0]?.value : undefined];
    }),
  );
}

/** Only what was changed is sent: an unchanged part of the form stays whatever others did to it meanwhile. */
function changedForm(view: CaseView, values: Values): Values {
  const before = formValues(view);
  const changed = Object.entries(values).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(before[id]));
  return Object.fromEntries(changed.map(([id, value]) => [id, isBlank(value) ? null : value]));
}

function changedMaterials(view: CaseView, rule: FieldRule, values: Record<string, GivenMaterial>): GivenMaterial[] {
  const before = checklistOf(view);
  const offered = new Set(rule.options?.map(({ value }) => value) ?? view.materials.map(({ id }) => id));
  return Object.values(values).filter(
    (line) => offered.has(line.id) && JSON.stringify(line) !== JSON.stringify(before[line.id]),
  );
}

/** The act's `input` from what stands in the drawer. */
export function inputOf(view: CaseView, asked: readonly FieldRule[], values: Values): Values {
  const special = asked.flatMap((rule): [string, unknown][] => {
    if (rule.type === 'form') {
      const changed = changedForm(view, values[rule.id] as Values);
      return Object.keys(changed).length > 0 ? [[rule.id, changed]] : [];
    }
    if (rule.type !== 'materials') return [];
    const changed = changedMaterials(view, rule, values[rule.id] as Record<string, GivenMaterial>);
    return changed.length > 0 ? [[rule.id, changed]] : [];
  });
  return { ...given(asked.filter(isPlain), values), ...Object.fromEntries(special) };
}
