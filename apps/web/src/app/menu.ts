import type { Account } from '../client';
import { areas } from './areas';
import type { MenuEntry } from './area';

export const menuFor = ({ roles }: Account): MenuEntry[] =>
  areas
    .flatMap(({ menu }) => menu ?? [])
    .filter((entry) => !entry.roles || entry.roles.some((role) => roles.includes(role)))
    .sort((a, b) => a.order - b.order);
