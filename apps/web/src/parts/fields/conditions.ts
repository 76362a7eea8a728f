import type { Condition, FieldRule } from '@due-process/contracts';

/** What conditions of the catalogue look at (see `Condition`): the same reading as the server's, so that a form asks what will be required. */
export interface FieldScope {
  /** The agency that takes the case. */
  agency?: string;
  variant?: string;
  channel?: string;
  applicant?: { kind?: string };
  form?: Record<string, unknown>;
  input?: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const codeOf = (value: unknown): unknown => (isRecord(value) ? value['code'] : value);

const at = (scope: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), scope);

/** Inside or outside the province, by the first two digits of both places (GB/T 2260). */
function provinceScope({ agency, form }: FieldScope): string | undefined {
  const place = codeOf(form?.['otherPlace']);
  if (typeof place !== 'string' || agency === undefined) return undefined;
  return place.slice(0, 2) === agency.slice(0, 2) ? 'inProvince' : 'outOfProvince';
}

export function conditionsHold(conditions: readonly Condition[] | undefined, scope: FieldScope): boolean {
  return (conditions ?? []).every(({ field, in: values }) => {
    const value = field === 'scope' ? provinceScope(scope) : codeOf(at(scope, field.split('.')));
    return (typeof value === 'string' || typeof value === 'boolean') && values.includes(value);
  });
}

export const askedFields = (rules: readonly FieldRule[], scope: FieldScope): FieldRule[] =>
  rules.filter((rule) => conditionsHold(rule.when, scope));
