import type { Tab } from './worklist.types';

export interface Filters {
  tab: Tab;
  unit?: string;
  assignee?: string;
  item?: string;
  light?: string;
  q?: string;
}
const names = ['tab', 'unit', 'assignee', 'item', 'light'] as const;

/** What the address says is shown; `privateQ` is a search that may not stand there. */
export function filtersOf(address: URLSearchParams, privateQ = ''): Filters {
  const given = names.flatMap((name) => (address.get(name) ? [[name, address.get(name)]] : []));
  const q = address.get('q') || privateQ;
  return { tab: 'mine', ...Object.fromEntries(given), ...(q ? { q } : {}) } as Filters;
}
