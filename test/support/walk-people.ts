import type { ItemPublished } from '@due-process/contracts';
import { clerk, type Clerk } from './clerk';

const posts = [
  'window',
  'window2',
  'review',
  'approve',
  'business',
  'deputy',
  'head',
  'finance',
  'leader',
  'supervise',
];

/** Somebody for every post of the agency, and the organisations' accounts; the first whom the case allows the act does it. */
export async function people(item: ItemPublished): Promise<Clerk[]> {
  const city = item.agency === '370600' ? 'yt' : 'qd';
  const outside = city === 'yt' ? '' : 'qd-';
  const names = [
    ...posts.map((post) => `${city}-${post}`),
    ...(await extraPosts(city)),
    ...['inst', 'employer', 'school', 'community', 'assessor', ...(city === 'qd' ? ['station'] : [])].map(
      (kind) => `${outside}${kind}-demo`,
    ),
  ];
  return Promise.all(names.map(clerk));
}

/** Posts of signing chains, as far as the demonstration has them. */
async function extraPosts(city: string): Promise<string[]> {
  const { body } = await (await clerk(`${city}-head`)).get<{ colleagues: { username?: string }[] }>('/api/colleagues');
  const names = (body.colleagues ?? []).flatMap(({ username }) => username ?? []);
  return names.filter((name) => !posts.some((post) => name === `${city}-${post}`) && !name.endsWith('-catalog'));
}
