import type { CaseAction, CaseView } from '@due-process/contracts';

/** Acts that every case knows (docs/http.md); what else a case offers belongs to its present step and stands first. */
const common = new Set([
  'claim',
  'release',
  'handOver',
  'delegate',
  'returnDelegation',
  'addCosigner',
  'cosign',
  'remind',
  'saveForm',
  'pauseClock',
  'resumeClock',
  'extend',
  'withdraw',
  'note',
  'cancelApplication',
  'terminate',
]);

export interface ActionGroups {
  /** What moves the case on. */
  step: CaseAction[];
  /** What may be done besides. */
  other: CaseAction[];
}

/** Allowed ones first, so that the eye and the number keys find them. */
const sorted = (actions: CaseAction[]): CaseAction[] =>
  actions.toSorted((a, b) => Number(b.allowed) - Number(a.allowed));

const movesOn = ({ action, allowed }: CaseAction): boolean =>
  !common.has(action) || (allowed && (action === 'claim' || action === 'cosign' || action === 'returnDelegation'));

/** What an agency's own people do is no offer to somebody outside: it would only stand there greyed. */
const notTheirs: ReadonlySet<string | undefined> = new Set(['ACCESS_DENIED', 'TASK_NOT_YOURS', 'NOT_FOUND']);

/** The same act from the other side of the counter. */
const theirWords: Readonly<Record<string, string>> = { receiveSupplement: '提交补正材料', saveForm: '修改申请' };

export function offeredTo(view: CaseView, outside: boolean): CaseView {
  if (!outside) return view;
  const theirs = view.actions.filter(({ allowed, reasonCode }) => allowed || !notTheirs.has(reasonCode));
  return { ...view, actions: theirs.map((one) => ({ ...one, label: theirWords[one.action] ?? one.label })) };
}

export const groupsOf = ({ actions }: CaseView): ActionGroups => ({
  step: sorted(actions.filter(movesOn)),
  other: sorted(actions.filter((one) => !movesOn(one))),
});

export const keyOf = ({ action, taskKey }: Pick<CaseAction, 'action' | 'taskKey'>): string =>
  `${action} ${taskKey ?? ''}`;

export const sameAction = ({ actions }: CaseView, wanted: CaseAction): CaseAction | undefined =>
  actions.find((one) => keyOf(one) === keyOf(wanted)) ?? actions.find(({ action }) => action === wanted.action);

/** Done at once: nothing to fill in, nothing that cannot be taken back. */
export const isInstant = ({ action, fields }: CaseAction): boolean =>
  fields.length === 0 && (action === 'claim' || action === 'release' || action === 'returnDelegation');
