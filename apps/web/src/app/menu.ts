import type { Account } from '../client';
import { areas } from './areas';
import type { MenuEntry } from './area';

export const menuFor = ({ roles }: Account): MenuEntry[] =>
  areas
    .flatMap(({ menu }) => menu ?? [])
    .filter((entry) => !entry.roles || entry.roles.some((role) => roles.includes(role)))
    .sort((a, b) => a.order - b.order);

/** The screen on which a person's day begins. */
export function homeOf(account: Account): string {
  const menu = menuFor(account);
  const own = menu.find(({ home }) => home?.some((role) => account.roles.includes(role)));
  return (own ?? menu[0])?.path ?? '/inbox';
}
