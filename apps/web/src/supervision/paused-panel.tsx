import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { read } from '../client';
import { CaseLink } from '../parts/case-link';
import { Loaded } from '../parts/loaded';
import type { WorklistLine } from '../worklist/worklist.types';

interface PausedLine extends WorklistLine {
  pause: {
    name: string;
    reason: string | null;
    openedOn: string;
    limitOn: string | null;
    days: number;
    workingDays: number;
    over: boolean;
  };
}

/** 暂停件 apart: why time stands still, for how long, and until when at most. */
export function PausedPanel() {
  const paused = useQuery({
    queryKey: ['supervision', 'paused'],
    queryFn: ({ signal }) => read<{ cases: PausedLine[] }>('/api/supervision/paused', {}, signal),
  });
  return (
    <Loaded query={paused}>
      {({ cases }) => (
        <Table<PausedLine>
          size="small"
          rowKey={({ caseNo, pause }) => `${caseNo} ${pause.openedOn} ${pause.name}`}
          dataSource={cases}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: '没有暂停计时的办件' }}
          columns={[
            { title: '办件编号', render: (_, { caseNo }) => <CaseLink caseNo={caseNo} /> },
            { title: '事项', render: (_, { item }) => item.name },
            { title: '经办人', dataIndex: 'holderWords' },
            {
              title: '事由',
              render: (_, { pause }) => (
                <>
                  {pause.name}
                  {pause.reason && <div className="quiet">{pause.reason}</div>}
                </>
              ),
            },
            {
              title: '已暂停',
              width: 130,
              render: (_, { pause }) => (
                <>
                  {pause.days} 天<div className="quiet">其中工作日 {pause.workingDays} 天</div>
                </>
              ),
            },
            {
              title: '暂停期限',
              width: 150,
              render: (_, { pause: { limitOn, over } }) =>
                over ? (
                  <span className="light-red">{limitOn} 已过</span>
                ) : (
                  (limitOn ?? <span className="quiet">未设期限</span>)
                ),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
