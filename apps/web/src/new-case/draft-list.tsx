import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Space } from 'antd';
import { Link } from 'react-router';
import { shanghaiTime } from '../parts/dates';
import { dropDraft, listDrafts } from './drafts';

const shownAtMost = 5;

/** Registrations begun and not finished, from this desk or another. Nothing is shown when there are none. */
export function DraftList() {
  const cache = useQueryClient();
  const { data } = useQuery({ queryKey: ['drafts'], queryFn: ({ signal }) => listDrafts(signal) });
  const drafts = data?.drafts ?? [];
  if (drafts.length === 0) return null;
  const drop = async (id: string): Promise<void> => {
    await dropDraft(id);
    await cache.invalidateQueries({ queryKey: ['drafts'] });
  };
  return (
    <Alert
      type="info"
      className="draft-list"
      title={`有 ${drafts.length} 份未完成的登记，草稿保留 30 天`}
      description={drafts.slice(0, shownAtMost).map(({ id, itemCode, itemName, updatedAt }) => (
        <Space key={id} wrap size={8} style={{ display: 'flex' }}>
          <Link to={`/new?draft=${id}`}>
            继续：{itemCode} {itemName}
          </Link>
          <span className="quiet">{shanghaiTime(updatedAt)} 保存</span>
          <Popconfirm title="删除这份草稿？填写的内容不能找回" okText="删除" onConfirm={() => drop(id)}>
            <Button size="small" type="link" aria-label={`删除草稿 ${itemName}`}>
              删除
            </Button>
          </Popconfirm>
        </Space>
      ))}
    />
  );
}
