import { Link } from 'react-router';
import type { Filters } from './filters';
import { useCounts } from './use-worklist';
import { tabs } from './worklist.types';

/** The whole list, narrowed to this alone. */
export const only = (filter: Partial<Filters>): string => `?${new URLSearchParams({ tab: 'all', ...filter })}`;

/** Tabs are links: they can be opened beside, and going back returns to the one before. */
export function TabRow({ filters }: { filters: Filters }) {
  const { data: counts } = useCounts();
  const kept = Object.entries(filters).filter(([name, value]) => value && name !== 'tab' && name !== 'q');
  const to = (tab: string): string => `?${new URLSearchParams([['tab', tab], ...(kept as [string, string][])])}`;
  return (
    <nav aria-label="待办分类" className="tab-row">
      {tabs.map(({ id, label }) => (
        <Link key={id} to={to(id)} aria-current={filters.tab === id ? 'page' : undefined}>
          {label} <span className="tab-count">{counts?.[id] ?? ''}</span>
        </Link>
      ))}
      <Link to={to('closed')} aria-current={filters.tab === 'closed' ? 'page' : undefined}>
        已办结
      </Link>
      {counts && (
        <span className="tab-row-notes">
          <Link to={only({ light: 'red' })}>
            超期 <b className={counts.overdue > 0 ? 'light-red' : ''}>{counts.overdue}</b>
          </Link>
          <Link to={only({ assignee: 'none' })}>
            待认领 <b>{counts.unclaimed}</b>
          </Link>
        </span>
      )}
    </nav>
  );
}
