import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAccount } from '../client';
import { ProblemNote } from '../parts/problem-note';
import { useTitle } from '../parts/use-title';
import { usePortfolio } from './portfolio';
import { PortfolioTable } from './portfolio-table';

const choices = [
  { value: 'open', label: '在办' },
  { value: 'closed', label: '已办结' },
];

/** The first page of those outside the agency: what they applied for, what concerns them, and what they have to do. */
export function Component() {
  useTitle('我的办件');
  const { organisation, displayName } = useAccount();
  const [shown, setShown] = useState('open');
  const list = usePortfolio(shown === 'open');
  const lines = list.data?.pages.flatMap(({ cases }) => cases) ?? [];
  return (
    <>
      <div className="screen-head">
        <h1>我的办件</h1>
        <span className="quiet">{organisation?.name ?? displayName}</span>
        <Segmented options={choices} value={shown} onChange={setShown} aria-label="显示" />
        <Link to="/new">
          <Button type="primary">新申请</Button>
        </Link>
      </div>
      <div className="worklist-box" aria-busy={list.isFetching}>
        {list.error && !list.data && <ProblemNote error={list.error} again={() => void list.refetch()} />}
        {list.isPending && <Skeleton active paragraph={{ rows: 6 }} style={{ padding: 16 }} />}
        {list.data && lines.length > 0 && <PortfolioTable lines={lines} />}
        {list.data && lines.length === 0 && (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={
              shown === 'open' ? '没有在办的办件。点“新申请”选择事项，按提示填写即可。' : '还没有办结的办件。'
            }
          />
        )}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            显示更早的
          </Button>
        )}
      </div>
    </>
  );
}
