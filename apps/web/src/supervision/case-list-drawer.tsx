import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Space, Table } from 'antd';
import { useState } from 'react';
import { CaseLink } from '../parts/case-link';
import { Light } from '../parts/light';
import { ProblemNote } from '../parts/problem-note';
import { BulkDialog } from '../worklist/bulk-dialog';
import { bulkActs } from '../worklist/bulk-run';
import type { WorklistLine } from '../worklist/worklist.types';
import type { Counted } from './board';
import { OrderDialog } from './order-dialog';
import { RepairDrawer } from './repair-drawer';
import { isSupervised, useCountedCases } from './use-counted';

interface Props {
  counted: Counted | undefined;
  close: () => void;
  mayOrder: boolean;
}

/** Lines of the supervisors' list say besides why the case is in its class. */
interface SupervisedLine extends WorklistLine {
  causeWords?: string;
}

const remindAct = bulkActs.find(({ id }) => id === 'remind');

/** The cases behind a counter; a click opens one, a tick reminds many. */
export function CaseListDrawer({ counted, close, mayOrder }: Props) {
  const cache = useQueryClient();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useCountedCases(counted);
  const [ticked, setTicked] = useState<WorklistLine[]>([]);
  const [reminding, setReminding] = useState<readonly WorklistLine[]>();
  const [ordering, setOrdering] = useState<WorklistLine>();
  const [mending, setMending] = useState<string>();
  const supervised = isSupervised(counted);
  const cases = data?.pages.flatMap((page) => page.cases) ?? [];
  const refresh = (): void => {
    setTicked([]);
    void cache.invalidateQueries({ queryKey: ['worklist'] });
    void cache.invalidateQueries({ queryKey: ['supervision'] });
  };
  return (
    <Drawer
      open={counted !== undefined}
      title={counted?.title}
      size={960}
      onClose={close}
      destroyOnHidden
      extra={
        <Button type="primary" disabled={ticked.length === 0} onClick={() => setReminding(ticked)}>
          催办{ticked.length > 0 ? ` ${ticked.length} 件` : ''}
        </Button>
      }
    >
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <Table<SupervisedLine>
        size="small"
        rowKey="caseNo"
        loading={isPending}
        dataSource={cases}
        pagination={false}
        locale={{ emptyText: '没有这样的办件，可能刚刚办好' }}
        rowSelection={{ selectedRowKeys: ticked.map(({ caseNo }) => caseNo), onChange: (_, lines) => setTicked(lines) }}
        columns={[
          { title: '灯', width: 40, render: (_, { light }) => <Light light={light} /> },
          { title: '办件编号', render: (_, { caseNo }) => <CaseLink caseNo={caseNo} /> },
          { title: '事项', width: 150, render: (_, { item }) => item.name },
          { title: '环节', width: 90, dataIndex: 'stage', render: (stage: string | null) => stage ?? '--' },
          { title: '经办人', width: 90, dataIndex: 'holderWords' },
          {
            title: '剩余时间',
            className: 'nowrap',
            render: (_, { remainingWords, dueOn }) => (
              <>
                {remainingWords}
                {dueOn && <div className="quiet">{dueOn} 到期</div>}
              </>
            ),
          },
          ...(supervised
            ? [{ title: '原因', render: (_: unknown, { causeWords }: SupervisedLine) => causeWords ?? '--' }]
            : []),
          {
            title: '操作',
            width: mayOrder ? 130 : 80,
            render: (_, line) => (
              <Space size={0} wrap>
                <Button size="small" type="link" onClick={() => setReminding([line])}>
                  催办
                </Button>
                {supervised && (
                  <Button size="small" type="link" onClick={() => setMending(line.caseNo)}>
                    修复
                  </Button>
                )}
                {mayOrder && (
                  <Button size="small" type="link" onClick={() => setOrdering(line)}>
                    督办单
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      {cases.length > 0 && (
        <p className="quiet">
          按剩余时间排列，已列出 {cases.length} 件{hasNextPage ? '，还有更多' : '，全部列出'}。
        </p>
      )}
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          继续载入
        </Button>
      )}
      {reminding && remindAct && (
        <BulkDialog
          what={remindAct}
          lines={reminding}
          close={(acted) => {
            setReminding(undefined);
            if (acted) refresh();
          }}
        />
      )}
      <RepairDrawer caseNo={mending} close={() => setMending(undefined)} />
      {ordering && <OrderDialog caseNo={ordering.caseNo} close={() => setOrdering(undefined)} />}
    </Drawer>
  );
}
