import type { Condition, FieldRule } from '@due-process/contracts';

/** What conditions of the catalogue look at (see `Condition`): the same reading as the server's, so that a form asks what will be required. */
export interface FieldScope {
  /** The agency that takes the case. */
  agency?: string;
  variant?: string;
  channel?: string;
  applicant?: { kind?: string };
  form?: Record<string, unknown>;
  facts?: Record<string, { value: string }>;
  input?: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const codeOf = (value: unknown): unknown => (isRecord(value) ? value['code'] : value);

const at = (scope: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), scope);

const otherPlace = ({ form }: FieldScope): string | undefined => {
  const place = codeOf(form?.['otherPlace']);
  return typeof place === 'string' ? place : undefined;
};

/** What conditions name that stands nowhere: both tell from the other place and the own one (GB/T 2260). */
const derived: Readonly<Record<string, (place: string, agency: string) => string>> = {
  scope: (place, agency) => (place.slice(0, 2) === agency.slice(0, 2) ? 'inProvince' : 'outOfProvince'),
  place: (place, agency) => (place === agency ? 'here' : 'elsewhere'),
};

export function conditionsHold(conditions: readonly Condition[] | undefined, scope: FieldScope): boolean {
  const [place, agency] = [otherPlace(scope), scope.agency];
  return (conditions ?? []).every(({ field, in: values }) => {
    const derive = derived[field];
    const told = derive && place !== undefined && agency !== undefined ? derive(place, agency) : undefined;
    const value = derive ? told : codeOf(at(scope, field.split('.')));
    return (typeof value === 'string' || typeof value === 'boolean') && values.includes(value);
  });
}

export const askedFields = (rules: readonly FieldRule[], scope: FieldScope): FieldRule[] =>
  rules.filter((rule) => conditionsHold(rule.when, scope));

/** The field with the answers that are offered in this situation. */
export const withOffered = (rule: FieldRule, scope: FieldScope): FieldRule =>
  rule.options?.some(({ when }) => when)
    ? { ...rule, options: rule.options.filter(({ when }) => conditionsHold(when, scope)) }
    : rule;
