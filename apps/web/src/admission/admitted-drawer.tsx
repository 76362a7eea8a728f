import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Table } from 'antd';
import { write } from '../client';
import { CaseLink } from '../parts/case-link';
import { Loaded } from '../parts/loaded';
import { useProblem } from '../parts/use-problem';
import { outcomeWords, useAdmitted, type AcceptanceWindow, type AdmittedCase } from './windows';

interface Props {
  window: AcceptanceWindow;
  mayAdvance: boolean;
  close: () => void;
}

/** What came in under a window, and for a round where each application is. */
export function AdmittedDrawer({ window, mayAdvance, close }: Props) {
  const { message } = App.useApp();
  const tell = useProblem();
  const cache = useQueryClient();
  const admitted = useAdmitted(window.id);
  const advancing = useMutation({
    mutationFn: () => write(`/api/acceptance-windows/${window.id}/advance`, {}),
    onSuccess: () => {
      void message.success('批次正在告知各办件');
      void cache.invalidateQueries({ queryKey: ['acceptance-windows'] });
    },
    onError: tell,
  });
  const advances = mayAdvance && window.kind === 'designationRound' && window.state === 'closed';
  return (
    <Drawer
      open
      size={860}
      title={`${window.name} · ${window.from} 至 ${window.to}`}
      onClose={close}
      extra={
        advances &&
        window.step !== 'finished' && (
          <Button loading={advancing.isPending} onClick={() => advancing.mutate()}>
            立即推进批次
          </Button>
        )
      }
    >
      <Loaded query={admitted}>{({ cases }) => <Cases cases={cases} />}</Loaded>
    </Drawer>
  );
}

const Cases = ({ cases }: { cases: AdmittedCase[] }) => (
  <Table<AdmittedCase>
    size="small"
    rowKey="caseNo"
    dataSource={cases}
    pagination={{ pageSize: 50, hideOnSinglePage: true }}
    locale={{ emptyText: '还没有办件' }}
    columns={[
      { title: '办件', render: (_, { caseNo }) => <CaseLink caseNo={caseNo} /> },
      { title: '事项', render: (_, { itemCode }) => itemCode },
      { title: '申请人', render: (_, { applicant }) => applicant ?? '--' },
      { title: '收件', className: 'nowrap', render: (_, { receivedOn }) => receivedOn },
      {
        title: '现在',
        render: (_, { outcome, stage }) => (outcome ? (outcomeWords[outcome] ?? outcome) : (stage ?? '等待批次')),
      },
    ]}
  />
);
