import { Table } from 'antd';
import type { Counted, Group } from './board';

interface Props {
  groups: readonly Group[];
  by: 'unit' | 'assignee' | 'item' | 'stage';
  show: (counted: Counted) => void;
}

/** Work of one kind of group, the latest first. What nobody holds has a counter of its own. */
export function GroupTable({ groups, by, show }: Props) {
  const named = groups.filter(({ id }) => id !== null);
  const sorted = [...named].sort((a, b) => b.late - a.late || b.near - a.near || b.cases - a.cases);
  const number = (group: Group, count: number, words: string, light?: string) =>
    count === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <button
        type="button"
        className={`count-button ${light ? `light-${light}` : ''}`}
        aria-label={`${group.name}：${words} ${count} 件`}
        onClick={() => show({ title: `${group.name} · ${words}`, [by]: group.id ?? '', ...(light ? { light } : {}) })}
      >
        {count}
      </button>
    );
  return (
    <Table<Group>
      size="small"
      rowKey={({ id }) => id ?? ''}
      dataSource={sorted}
      pagination={sorted.length > 12 ? { pageSize: 12, size: 'small' } : false}
      locale={{ emptyText: '没有在办办件' }}
      columns={[
        { title: '名称', dataIndex: 'name' },
        { title: '超期', width: 90, align: 'right', render: (_, group) => number(group, group.late, '超期', 'red') },
        {
          title: '临近到期',
          width: 100,
          align: 'right',
          render: (_, group) => number(group, group.near, '临近到期', 'yellow'),
        },
        { title: '在办', width: 90, align: 'right', render: (_, group) => number(group, group.cases, '在办') },
      ]}
    />
  );
}
