import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space, Table } from 'antd';
import { useState } from 'react';
import { read, useAccount, write } from '../client';
import { CaseLink } from '../parts/case-link';
import { Loaded } from '../parts/loaded';
import { Mark } from '../parts/mark';
import { ProblemNote } from '../parts/problem-note';
import { ReasonDialog } from '../parts/reason-dialog';

interface Restriction {
  id: string;
  itemCodes: string[];
  from: string;
  until: string;
  reason: string;
  caseNo: string;
  applicant: string | null;
  state: 'inForce' | 'over' | 'lifted';
  stateWords: string;
  proposedBy: string | null;
  proposedByName: string | null;
  proposal: string | null;
  liftedByName: string | null;
  liftingReason: string | null;
}

const queryKey = ['restrictions'];
const tones = { inForce: 'red', over: 'plain', lifted: 'green' } as const;
const pathOf = ({ id }: Restriction, act = ''): string => `/api/restrictions/${encodeURIComponent(id)}/lift${act}`;

/** 限制申请: who may not apply, until when; lifted by two persons, one with the reason. */
export function RestrictionsPanel() {
  const { roles } = useAccount();
  const mayLift = roles.includes('head') || roles.includes('leader');
  const [lifting, setLifting] = useState<Restriction>();
  const restrictions = useQuery({
    queryKey,
    queryFn: ({ signal }) => read<{ restrictions: Restriction[] }>('/api/restrictions', {}, signal),
  });
  return (
    <section className="panel" aria-labelledby="restrictions-head">
      <h2 id="restrictions-head">限制申请</h2>
      <Loaded query={restrictions}>
        {({ restrictions: all }) => (
          <Table<Restriction>
            size="small"
            rowKey="id"
            dataSource={all}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            locale={{ emptyText: '没有限制申请的单位' }}
            columns={[
              {
                title: '申请人',
                render: (_, { applicant, itemCodes, caseNo }) => (
                  <>
                    {applicant ?? '——'}
                    <div className="quiet">
                      {itemCodes.join('、')}，<CaseLink caseNo={caseNo} />
                    </div>
                  </>
                ),
              },
              { title: '限制期', className: 'nowrap', render: (_, { from, until }) => `${from} 至 ${until}` },
              { title: '原因', dataIndex: 'reason' },
              { title: '状态', render: (_, one) => <Standing one={one} /> },
              {
                title: '操作',
                width: 190,
                render: (_, one) => mayLift && one.state === 'inForce' && <Acts one={one} propose={setLifting} />,
              },
            ]}
          />
        )}
      </Loaded>
      {lifting && (
        <ReasonDialog
          title={`解除限制 · ${lifting.applicant ?? lifting.caseNo}`}
          act="提出解除"
          placeholder="如：复议决定撤销评估结果"
          send={(reason) => write(pathOf(lifting), { reason })}
          done="已提出，等待另一人确认"
          changes={queryKey}
          close={() => setLifting(undefined)}
        >
          须由另一人确认；确认后该单位即可再次申请。
        </ReasonDialog>
      )}
    </section>
  );
}

const Standing = ({ one }: { one: Restriction }) => (
  <>
    <Mark tone={tones[one.state]}>{one.stateWords}</Mark>
    {one.state === 'inForce' && one.proposal && (
      <div className="quiet">
        {one.proposedByName} 提出解除：{one.proposal}
      </div>
    )}
    {one.state === 'lifted' && (
      <div className="quiet">
        {one.proposedByName} 提出，{one.liftedByName} 确认：{one.liftingReason}
      </div>
    )}
  </>
);

function Acts({ one, propose }: { one: Restriction; propose: (one: Restriction) => void }) {
  const { id: me } = useAccount();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const sending = useMutation({
    mutationFn: (act: '/confirm' | '/drop') => write(pathOf(one, act), {}),
    onSuccess: (_, act) => {
      void message.success(act === '/confirm' ? '已解除' : '已撤回提议');
      void cache.invalidateQueries({ queryKey });
    },
  });
  if (!one.proposedBy)
    return (
      <Button size="small" onClick={() => propose(one)}>
        解除
      </Button>
    );
  return (
    <Space size={6} wrap>
      {one.proposedBy !== me && (
        <Button size="small" type="primary" loading={sending.isPending} onClick={() => sending.mutate('/confirm')}>
          确认解除
        </Button>
      )}
      <Button size="small" loading={sending.isPending} onClick={() => sending.mutate('/drop')}>
        撤回提议
      </Button>
      {sending.error && <ProblemNote error={sending.error} />}
    </Space>
  );
}
