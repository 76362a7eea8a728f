import {
  conditionsHold,
  type CaseState,
  type ClockRule,
  type Condition,
  type KnownFact,
  type MaterialRule,
} from '@due-process/contracts';

/** All conditions of a rule hold for this case, judged as the form and the checklist are; a rule without conditions always applies. */
export const applies = (rule: { when?: Condition[] }, state: CaseState): boolean => conditionsHold(rule.when, state);

/** The checklist that holds for this case. */
export const materialsOf = (state: CaseState): MaterialRule[] =>
  state.rules.materials.filter((rule) => applies(rule, state));

/** What is still missing of the checklist: all of it at once, as 一次性告知 demands. */
export function missingMaterials(state: CaseState): MaterialRule[] {
  return materialsOf(state).filter((rule) => (state.materials[rule.id]?.status ?? 'missing') === 'missing');
}

export const factsThatFail = (state: CaseState) =>
  state.rules.facts.filter((rule) => applies(rule, state) && !state.facts[rule.id]?.holds);

/** Whether data sharing answers a line of the checklist: an outside fact says what the paper would prove (免于提交). */
export const isShared = ({ sharedBy }: MaterialRule, facts: Readonly<Record<string, KnownFact>>): boolean =>
  sharedBy !== undefined && sharedBy.in.includes(facts[sharedBy.fact]?.value ?? '');

export function clockRule(state: CaseState, id: string): ClockRule {
  const rule = state.rules.clocks.find((clock) => clock.id === id);
  if (!rule) throw new Error(`no clock ${id} in ${state.rules.code}`);
  return rule;
}

/** Materials promised in writing that have not been brought: 容缺受理, 告知承诺. */
export const owedMaterials = (state: CaseState): MaterialRule[] =>
  materialsOf(state).filter((rule) => state.materials[rule.id]?.status === 'promised');
