import { isOutsideRole, roleNames, type Actor, type Role } from '@due-process/contracts';

export const inWords = (roles: readonly Role[]): string => roles.map((role) => roleNames[role]).join('、');

/** Somebody of no agency: what they may see and do follows from their organisation's part in a case. */
export const isOutside = ({ agency, roles }: Actor): boolean => agency === '' && roles.some(isOutsideRole);
