import { isOutsideRole, type CaseState, type Role, type StageRule } from '@due-process/contracts';

/** Who does the work of a stage, and where. */
export interface Place {
  role: Role;
  unit: string;
}

/** An organisation without an account is nobody who could do the work. */
const codeOf = (value: unknown): string | undefined => {
  if (typeof value === 'object' && value !== null && 'unstaffed' in value) return undefined;
  const code = typeof value === 'object' && value !== null && 'code' in value ? value.code : value;
  return typeof code === 'string' && code !== '' ? code : undefined;
};

/** The organisation that a place of the catalogue means in this case; undefined where the place is none, or nothing is named there. */
function organisationOf(state: CaseState, unit: string): string | undefined {
  if (unit === 'opener') return state.organisation;
  return unit.startsWith('form.') ? codeOf(state.form[unit.slice('form.'.length)]) : undefined;
}

/**
 * `office` in the catalogue means the unit that took the case. Work of an organisation that the case does not name lies with the window of that
 * office, so that no case waits for nobody.
 */
export function placeOf(state: CaseState, stage: StageRule): Place {
  const { role, unit } = stage.byChannel?.[state.channel] ?? stage;
  if (unit === 'office') return { role, unit: state.officeId };
  if (!isOutsideRole(role)) return { role, unit };
  const organisation = organisationOf(state, unit);
  return organisation === undefined ? { role: 'window', unit: state.officeId } : { role, unit: organisation };
}

/** Why the window does what the item gives to an organisation outside; nothing where it is the window's own work. */
export function standsInFor(state: CaseState, stageId: string, role: Role): string | undefined {
  const stage = state.rules.stages.find(({ id }) => id === stageId);
  const place = stage?.byChannel?.[state.channel] ?? stage;
  if (role !== 'window' || !place || !isOutsideRole(place.role)) return undefined;
  const named = place.unit.startsWith('form.') ? state.form[place.unit.slice('form.'.length)] : undefined;
  if (typeof named === 'object' && named !== null && 'name' in named)
    return `“${named.name}”没有系统账号，由窗口代为办理`;
  return place.unit === 'opener' ? '由窗口登记，窗口代为办理' : '没有填写办理机构，由窗口办理';
}

const given = (units: (string | undefined)[]): string[] => [
  ...new Set(units.filter((unit): unit is string => unit !== undefined && unit !== '')),
];

/** Whose case it is outside the agency: the organisation that registered it, and the applicant by the blind index. */
export const ownersOf = (state: CaseState): string[] => given([state.organisation, state.applicant.subject]);

/** Owners, and the organisations to which the case's stages give a part of the work. */
export const partiesOf = (state: CaseState): string[] =>
  given([
    ...ownersOf(state),
    ...state.rules.stages
      .flatMap((stage) => [stage.unit, ...Object.values(stage.byChannel ?? {}).map(({ unit }) => unit)])
      .map((unit) => organisationOf(state, unit)),
  ]);

/** Papers of the agency's own work are not for applicants and institutions. */
export const isForOutside = (state: CaseState, documentType: string): boolean =>
  state.rules.documents.find(({ type }) => type === documentType)?.internal !== true;
