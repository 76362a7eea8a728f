import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space, Table } from 'antd';
import { isProblem, useAccount, write } from '../client';
import { CaseLink } from '../parts/case-link';
import { shanghaiTime } from '../parts/dates';
import { Mark } from '../parts/mark';
import { repairTones, type Repair } from './repairs';

interface Props {
  repairs: readonly Repair[];
  empty: string;
  withCase?: boolean;
}

/** Repairs with what came of them; one that waits for a second person is decided here. */
export function RepairList({ repairs, empty, withCase = false }: Props) {
  const { id } = useAccount();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const deciding = useMutation({
    mutationFn: ({ repairNo, deed }: { repairNo: string; deed: 'confirm' | 'decline' }) =>
      write<Repair>(
        `/api/supervision/repairs/${repairNo}/${deed}`,
        deed === 'decline' ? { reason: '不同意此项修复' } : {},
      ),
    onSuccess: ({ stateWords }) => message.success(stateWords),
    onError: (error) => message.error(isProblem(error) ? error.detail || error.title : '没有成功，请重试'),
    onSettled: () => cache.invalidateQueries({ queryKey: ['supervision'] }),
  });
  return (
    <Table<Repair>
      size="small"
      rowKey="repairNo"
      dataSource={[...repairs]}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      locale={{ emptyText: empty }}
      columns={[
        ...(withCase
          ? [{ title: '办件编号', render: (_: unknown, { caseNo }: Repair) => <CaseLink caseNo={caseNo} /> }]
          : []),
        {
          title: '修复',
          render: (_, { kindWords, reason, proposedByName, proposedAt, confirmedByName }) => (
            <>
              {kindWords}：{reason}
              <div className="quiet">
                {proposedByName} {shanghaiTime(proposedAt)}
                {confirmedByName && `，${confirmedByName} 确认`}
              </div>
            </>
          ),
        },
        {
          title: '结果',
          width: 190,
          render: (_, { state, stateWords }) => <Mark tone={repairTones[state]}>{stateWords}</Mark>,
        },
        {
          title: '操作',
          width: 140,
          render: (_, { repairNo, state, proposedBy }) =>
            state === 'proposed' &&
            (proposedBy === id ? (
              <span className="quiet">须由另一人确认</span>
            ) : (
              <Space size={4}>
                <Button size="small" type="primary" onClick={() => deciding.mutate({ repairNo, deed: 'confirm' })}>
                  确认
                </Button>
                <Button size="small" onClick={() => deciding.mutate({ repairNo, deed: 'decline' })}>
                  不同意
                </Button>
              </Space>
            )),
        },
      ]}
    />
  );
}
