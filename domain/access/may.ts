import type { Actor, Refusal, Role } from '@due-process/contracts';
import { ACCESS, type AccessRow } from './access-table';
import { inWords } from './duties';

/** What an act is aimed at. Absent parts limit nothing: a route without a row of its own in the database names no target. */
export interface AccessTarget {
  agency?: string;
  unit?: string;
  /** Account that holds or owns it. */
  holder?: string;
  /** Units of outside accounts (organisations and applicants) to whom it belongs besides the holder. */
  parties?: readonly string[];
}

const rowsOf = new Map<string, AccessRow[]>();
for (const entry of ACCESS) rowsOf.set(entry.action, [...(rowsOf.get(entry.action) ?? []), entry]);

export const accessRowsOf = (action: string): readonly AccessRow[] => rowsOf.get(action) ?? [];

const isParty = (actor: Actor, { holder, parties = [] }: AccessTarget): boolean =>
  holder === actor.id || parties.some((party) => actor.units.includes(party));

const holdsRole = (actor: Actor | undefined, roles: AccessRow['roles']): boolean => {
  if (roles === 'anyone') return true;
  if (!actor) return false;
  return roles === 'signedIn' || actor.roles.some((role) => roles.includes(role));
};

function reaches(actor: Actor | undefined, entry: AccessRow, target: AccessTarget): boolean {
  if (entry.scope === 'all') return true;
  if (!actor) return false;
  if (entry.scope === 'own') return target.holder === undefined || isParty(actor, target);
  if (target.agency !== undefined && target.agency !== actor.agency) return false;
  return entry.scope === 'agency' || target.unit === undefined || actor.units.includes(target.unit);
}

const isVisible = (actor: Actor, target: AccessTarget): boolean =>
  target.agency === undefined || target.agency === actor.agency || isParty(actor, target);

const namedRoles = (rows: readonly AccessRow[]): Role[] => [
  ...new Set(rows.flatMap((entry) => (typeof entry.roles === 'string' ? [] : entry.roles))),
];

/**
 * Whether the actor may do it. Not signed in → `SESSION_REQUIRED`; another agency's → `NOT_FOUND`; visible but not theirs →
 * `ACCESS_DENIED` with whose it is.
 */
export function may(actor: Actor | undefined, action: string, target: AccessTarget = {}): true | Refusal {
  const rows = accessRowsOf(action);
  const held = rows.filter((entry) => holdsRole(actor, entry.roles));
  if (held.some((entry) => reaches(actor, entry, target))) return true;
  if (!actor) return { code: 'SESSION_REQUIRED', detail: '请先登录' };
  if (!isVisible(actor, target)) return { code: 'NOT_FOUND', detail: '未找到' };
  if (held.length > 0) return { code: 'ACCESS_DENIED', detail: '不在您的办理范围内' };
  const roles = namedRoles(rows);
  return { code: 'ACCESS_DENIED', detail: roles.length > 0 ? `此操作由${inWords(roles)}办理` : '没有人可以办理此操作' };
}
