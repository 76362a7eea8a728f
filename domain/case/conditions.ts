import type { CaseState, ClockRule, Condition, MaterialRule } from '@due-process/contracts';

type Facts = Pick<CaseState, 'agency' | 'variant' | 'channel' | 'form' | 'applicant'>;

/**
 * Whether the other place lies in the same province: the first two digits of a region code name the province (GB/T 2260).
 * Undefined while the other place is not known.
 */
export function scopeOf({
  agency,
  form,
}: Pick<CaseState, 'agency' | 'form'>): 'inProvince' | 'outOfProvince' | undefined {
  const other = form.otherPlace;
  if (!other || typeof other !== 'object' || !('code' in other)) return undefined;
  return other.code.slice(0, 2) === agency.slice(0, 2) ? 'inProvince' : 'outOfProvince';
}

function valueAt(facts: Facts, field: string): unknown {
  if (field === 'scope') return scopeOf(facts);
  if (field === 'variant') return facts.variant;
  if (field === 'channel') return facts.channel;
  if (field === 'applicant.kind') return facts.applicant.kind;
  return field.startsWith('form.') ? facts.form[field.slice(5)] : undefined;
}

/** All conditions of a rule hold for this case; a rule without conditions always applies. */
export function applies(rule: { when?: Condition[] }, facts: Facts): boolean {
  return (rule.when ?? []).every(({ field, in: accepted }) => {
    const value = valueAt(facts, field);
    return accepted.some((one) => one === value);
  });
}

/** The checklist that holds for this case. */
export const materialsOf = (state: CaseState): MaterialRule[] =>
  state.rules.materials.filter((rule) => applies(rule, state));

/** What is still missing of the checklist: all of it at once, as 一次性告知 demands. */
export function missingMaterials(state: CaseState): MaterialRule[] {
  return materialsOf(state).filter((rule) => (state.materials[rule.id]?.status ?? 'missing') === 'missing');
}

export const factsThatFail = (state: CaseState) => state.rules.facts.filter((rule) => !state.facts[rule.id]?.holds);

export function clockRule(state: CaseState, id: string): ClockRule {
  const rule = state.rules.clocks.find((clock) => clock.id === id);
  if (!rule) throw new Error(`no clock ${id} in ${state.rules.code}`);
  return rule;
}
