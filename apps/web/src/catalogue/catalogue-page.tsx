import type { ItemPublished, ItemSummary } from '@due-process/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { read, useAccount } from '../client';
import { Loaded } from '../parts/loaded';
import { useTitle } from '../parts/use-title';
import './catalogue.css';
import { ItemList } from './item-list';
import { ItemSheet } from './item-sheet';
import { LadderPanel } from './ladder-panel';

/** Who may see what a ladder would send. */
const previewers = ['catalog', 'head', 'leader', 'supervise'];

export function Component() {
  const { code } = useParams();
  const { agency, roles } = useAccount();
  const items = useQuery({
    queryKey: ['items', 'all'],
    queryFn: ({ signal }) => read<{ items: ItemSummary[] }>('/api/items', {}, signal),
    staleTime: 600_000,
  });
  const item = useQuery({
    queryKey: ['item', code],
    queryFn: ({ signal }) => read<ItemPublished>(`/api/items/${code ?? ''}`, {}, signal),
    enabled: code !== undefined,
    staleTime: 600_000,
  });
  useTitle(item.data ? `${item.data.code} ${item.data.name}` : '事项目录');
  return (
    <>
      <div className="screen-head">
        <h1>事项目录</h1>
        <span className="quiet">现行办事指南的内容，逐条注明出处；本页只读</span>
      </div>
      <div className="catalogue">
        <Loaded query={items}>{({ items: all }) => <ItemList items={all} />}</Loaded>
        {code === undefined ? (
          <p className="panel quiet">从左侧选一个事项，查看对象、材料、时限、流程和各项内容的出处。</p>
        ) : (
          <Loaded query={item}>
            {(data) => (
              <div key={data.code}>
                {data.region === agency && roles.some((role) => previewers.includes(role)) && (
                  <LadderPanel item={data} />
                )}
                <ItemSheet item={data} />
              </div>
            )}
          </Loaded>
        )}
      </div>
    </>
  );
}
