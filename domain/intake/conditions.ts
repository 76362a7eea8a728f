import type { Condition } from '@due-process/contracts';
import { isRecord } from './fault';

/** What conditions of the catalogue look at; `input` holds the fields of an action beside the one asked about. */
export interface ConditionScope {
  /** The agency that takes the case. */
  agency?: string;
  variant?: string;
  channel?: string;
  applicant?: { kind?: string };
  form?: Record<string, unknown>;
  input?: Record<string, unknown>;
}

/** All conditions hold. A chosen agency or entry counts by its code. */
export function conditionsHold(conditions: readonly Condition[] | undefined, scope: ConditionScope): boolean {
  return (conditions ?? []).every(({ field, in: values }) => {
    const found =
      field === 'scope' ? provinceScope(scope) : field === 'place' ? placeOf(scope) : at(scope, field.split('.'));
    const value = isRecord(found) ? found.code : found;
    return (typeof value === 'string' || typeof value === 'boolean') && values.includes(value);
  });
}

function at(scope: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    scope,
  );
}

/** Inside or outside the province, by the first two digits of both places (GB/T 2260). */
function provinceScope({ agency, form }: ConditionScope): 'inProvince' | 'outOfProvince' | undefined {
  const code = otherCode(form);
  if (code === undefined || agency === undefined) return undefined;
  return code.slice(0, 2) === agency.slice(0, 2) ? 'inProvince' : 'outOfProvince';
}

/** The own region, or another. */
function placeOf({ agency, form }: ConditionScope): 'here' | 'elsewhere' | undefined {
  const code = otherCode(form);
  if (code === undefined || agency === undefined) return undefined;
  return code === agency ? 'here' : 'elsewhere';
}

function otherCode(form: ConditionScope['form']): string | undefined {
  const place = form?.otherPlace;
  const code = isRecord(place) ? place.code : place;
  return typeof code === 'string' ? code : undefined;
}
