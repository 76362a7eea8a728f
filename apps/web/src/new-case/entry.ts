import {
  conditionsHold,
  isOutsideRole,
  type ConditionScope,
  type FieldRule,
  type ItemPublished,
  type Role,
} from '@due-process/contracts';
import { askedFields, given, isBlank, type GivenMaterial, type Values } from '../parts/fields';
import { shownApplicant } from './applicant-rules';
import type { KeptFile } from '../parts/files/kept-file';

/** What the clerk has entered so far; the shape of a draft's content. */
export interface Entry {
  itemCode?: string;
  officeId?: string;
  channel?: string;
  variant?: string;
  applicant: Values;
  form: Values;
  materials: Record<string, GivenMaterial>;
  uploads: Record<string, KeptFile[]>;
  receivedAt?: string;
  /** Sent under this key, and no answer seen yet: after a reload the same registration is asked for again. */
  sent?: Sent;
}

export interface Sent {
  key: string;
  acceptNow: boolean;
}

export const emptyEntry: Entry = { applicant: {}, form: {}, materials: {}, uploads: {} };

export const isBegun = (entry: Entry): boolean =>
  entry.itemCode !== undefined &&
  [entry.applicant, entry.form, entry.uploads].some((part) => Object.values(part).some((value) => !isBlank(value)));

export const kindOf = (item: ItemPublished, entry: Entry): string | undefined =>
  typeof entry.applicant['kind'] === 'string' ? entry.applicant['kind'] : item.applicantKinds[0]?.id;

/** What the conditions of fields and materials look at. */
export function scopeOf(item: ItemPublished, entry: Entry): ConditionScope {
  const kind = kindOf(item, entry);
  return {
    agency: item.agency,
    form: entry.form,
    applicant: kind === undefined ? {} : { kind },
    ...(entry.channel ? { channel: entry.channel } : {}),
    ...(entry.variant ? { variant: entry.variant } : {}),
  };
}

/** The ways by which these posts may register it; at the agency's counters that is `window`, whatever the post. */
export const channelsFor = (item: ItemPublished, roles: readonly Role[]) =>
  item.channels.filter(
    ({ open, openedBy }) =>
      open && openedBy.some((role) => (roles.some(isOutsideRole) ? roles.includes(role) : role === 'window')),
  );

/** Whether whoever registers may accept at once: the agency's counter, or outside it somebody who takes in by this channel. */
export function mayAcceptAtOnce(item: ItemPublished, entry: Entry, roles: readonly Role[]): boolean {
  if (!roles.some(isOutsideRole)) return true;
  const place = item.stages.find(({ id }) => id === 'intake')?.byChannel?.[entry.channel ?? ''];
  return place !== undefined && roles.includes(place.role);
}

export const askedMaterials = (item: ItemPublished, entry: Entry) =>
  item.materials.filter(({ when }) => conditionsHold(when, scopeOf(item, entry)));

export const missingMaterials = (item: ItemPublished, entry: Entry) =>
  askedMaterials(item, entry).filter(({ id }) => (entry.materials[id]?.status ?? 'missing') === 'missing');

/** The registration as `POST /api/cases` takes it: only what is asked for in this situation. */
export function bodyOf(item: ItemPublished, entry: Entry, acceptNow: boolean): Record<string, unknown> {
  const asked = askedMaterials(item, entry);
  const uploads = asked.flatMap(({ id }) => {
    const files = entry.uploads[id] ?? [];
    return files.length > 0 ? [[id, files.map((file) => file.id)] as const] : [];
  });
  return {
    itemCode: item.code,
    officeId: entry.officeId,
    channel: entry.channel,
    ...(entry.variant ? { variant: entry.variant } : {}),
    applicant: Object.fromEntries(
      Object.entries(shownApplicant(item, entry.applicant)).filter(([, value]) => !isBlank(value)),
    ),
    form: given(askedFields(item.form, scopeOf(item, entry)), entry.form),
    materials: asked.flatMap(({ id }) => entry.materials[id] ?? []),
    ...(uploads.length > 0 ? { uploads: Object.fromEntries(uploads) } : {}),
    ...(entry.receivedAt ? { receivedAt: entry.receivedAt } : {}),
    ...(acceptNow ? { acceptNow: true } : {}),
  };
}

const personalTypes: readonly FieldRule['type'][] = ['idNumber', 'creditCode', 'phone', 'bankAccount', 'personName'];
const isPersonal = (rule: FieldRule | undefined): boolean =>
  !rule || rule.personal === true || personalTypes.includes(rule.type);

/**
 * What may lie in the browser's storage: choices and ticks. Name, numbers, telephone, account and file names stay in memory and in the sealed
 * draft on the server, so that nothing of an applicant is left behind on a desk.
 */
export function plainPart(item: ItemPublished | undefined, entry: Entry): Entry {
  const { applicant, form, uploads: _uploads, ...rest } = entry;
  const kind = applicant['kind'];
  const kept = Object.entries(form).filter(([id]) => !isPersonal(item?.form.find((rule) => rule.id === id)));
  return { ...rest, applicant: kind === undefined ? {} : { kind }, form: Object.fromEntries(kept), uploads: {} };
}
