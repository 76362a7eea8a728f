import type { Condition } from './rules';

/**
 * What conditions of the catalogue look at; `input` holds the fields of an action beside the one asked about. Server and screen read them here alike: a form
 * asks for what will be required.
 */
export interface ConditionScope {
  /** The agency that takes the case. */
  agency?: string;
  variant?: string;
  channel?: string;
  applicant?: { kind?: string };
  form?: Record<string, unknown>;
  facts?: Readonly<Record<string, { value: string }>>;
  input?: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A chosen agency or entry counts by its code. */
const codeOf = (value: unknown): unknown => (isRecord(value) ? value['code'] : value);

const at = (scope: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    scope,
  );

/** What conditions name that stands nowhere: both tell from the other place and the own one (GB/T 2260, a province by its first two digits). */
const derived: Readonly<Record<string, (place: string, agency: string) => string>> = {
  scope: (place, agency) => (place.slice(0, 2) === agency.slice(0, 2) ? 'inProvince' : 'outOfProvince'),
  place: (place, agency) => (place === agency ? 'here' : 'elsewhere'),
};

function found(field: string, scope: ConditionScope): unknown {
  const derive = Object.hasOwn(derived, field) ? derived[field] : undefined;
  if (!derive) return codeOf(at(scope, field.split('.')));
  const place = codeOf(scope.form?.['otherPlace']);
  return typeof place === 'string' && scope.agency !== undefined ? derive(place, scope.agency) : undefined;
}

/** All conditions hold; without conditions a rule always applies. */
export const conditionsHold = (conditions: readonly Condition[] | undefined, scope: ConditionScope): boolean =>
  (conditions ?? []).every(({ field, in: values }) => {
    const value = found(field, scope);
    return (typeof value === 'string' || typeof value === 'boolean') && values.includes(value);
  });
