import { Button, Skeleton, type InputRef } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { ProblemNote } from '../parts/problem-note';
import { setReadingOrder } from '../parts/reading-order';
import { useTitle } from '../parts/use-title';
import { BulkBar } from './bulk-bar';
import { CaseTable } from './case-table';
import { FilterBar } from './filter-bar';
import { NothingHere } from './nothing-here';
import { SearchBox } from './search-box';
import { TabRow } from './tab-row';
import { useFilters } from './use-filters';
import { useRowCursor } from './use-row-cursor';
import { useSelection } from './use-selection';
import { useWorklist } from './use-worklist';
import './worklist.css';

export function Component() {
  useTitle('待办');
  const search = useRef<InputRef>(null);
  const { filters, change, clear } = useFilters();
  const list = useWorklist(filters);
  const lines = useMemo(() => list.data?.pages.flatMap((page) => page.cases) ?? [], [list.data]);
  useEffect(() => setReadingOrder(lines.map(({ caseNo }) => caseNo)), [lines]);
  const { chosen, selected, toggle, toggleAll, clear: unselect } = useSelection(lines);
  const current = useRowCursor(lines, toggle, () => search.current?.focus({ cursor: 'all' }));
  const narrowed = Boolean(filters.unit || filters.assignee || filters.item || filters.light || filters.q);
  return (
    <>
      <h1 className="visually-hidden">待办</h1>
      <TabRow filters={filters} />
      <div className="worklist-tools">
        <SearchBox ref={search} value={filters.q ?? ''} onSearch={(q) => change({ q })} />
        <FilterBar filters={filters} change={change} clear={clear} />
      </div>
      <BulkBar chosen={chosen} done={unselect} />
      <div className="worklist-box" aria-busy={list.isFetching}>
        {list.error && !list.data && <ProblemNote error={list.error} again={() => void list.refetch()} />}
        {list.isPending && <Skeleton active paragraph={{ rows: 8 }} style={{ padding: 16 }} />}
        {list.data && lines.length > 0 && (
          <CaseTable lines={lines} current={current} selected={selected} toggle={toggle} toggleAll={toggleAll} />
        )}
        {list.data && lines.length === 0 && <NothingHere tab={filters.tab} narrowed={narrowed} clear={clear} />}
      </div>
      <div className="worklist-foot quiet">
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            再显示 50 件
          </Button>
        )}
        <span>
          已显示 {lines.length} 件 · 快捷键：<kbd>/</kbd> 查找 <kbd>j</kbd> <kbd>k</kbd> 上下 <kbd>x</kbd> 选中{' '}
          <kbd>Enter</kbd> 打开 <kbd>Esc</kbd> 返回
        </span>
      </div>
    </>
  );
}
