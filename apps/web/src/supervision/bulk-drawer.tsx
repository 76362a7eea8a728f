import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Progress, Space, Table } from 'antd';
import { isProblem, write } from '../client';
import { CaseLink } from '../parts/case-link';
import { Loaded } from '../parts/loaded';
import { lineWords, useBulkRun, type BulkDetail } from './bulk';

interface Props {
  id: string | undefined;
  show: (id: string | undefined) => void;
}

/** One run: what it would touch, how far it is, what came of each case, and how to take it back. */
export function BulkDrawer({ id, show }: Props) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const run = useBulkRun(id);
  const telling = useMutation({
    mutationFn: (signal: string) => write<BulkDetail>(`/api/supervision/bulk/${id}/${signal}`),
    onSuccess: (answer) => answer.id !== id && show(answer.id),
    onError: (error) => message.error(isProblem(error) ? error.detail || error.title : '没有成功，请重试'),
    onSettled: () => cache.invalidateQueries({ queryKey: ['supervision'] }),
  });
  const button = (signal: string, words: string, primary = false) => (
    <Button
      key={signal}
      loading={telling.isPending && telling.variables === signal}
      onClick={() => telling.mutate(signal)}
      {...(primary ? { type: 'primary' as const } : {})}
    >
      {words}
    </Button>
  );
  const buttons = ({ state, failed, undoable }: BulkDetail) => [
    ...(state === 'previewed' ? [button('confirm', '确认办理', true)] : []),
    ...(state === 'running' ? [button('pause', '暂停')] : []),
    ...(state === 'paused' ? [button('resume', '继续', true)] : []),
    ...(['previewed', 'running', 'paused'].includes(state) ? [button('cancel', '取消')] : []),
    ...(failed > 0 && ['finished', 'cancelled'].includes(state) ? [button('retry', `重办失败的 ${failed} 件`)] : []),
    ...(undoable && ['finished', 'cancelled'].includes(state) ? [button('undo', '撤回')] : []),
  ];
  return (
    <Drawer open={id !== undefined} title="批量办理" size={760} onClose={() => show(undefined)} destroyOnHidden>
      <Loaded query={run}>
        {(data) => (
          <>
            <p>
              <strong>{data.kindWords}</strong>
              {data.toName && ` → ${data.toName}`}：{data.reason}（{data.stateWords}）
            </p>
            <Progress
              percent={data.total === 0 ? 100 : Math.round(((data.total - data.pending) / data.total) * 100)}
              aria-label="进度"
            />
            <p className="quiet">
              共 {data.total} 件，待办理 {data.pending}，已办理 {data.done}，失败 {data.failed}，无需办理 {data.skipped}
            </p>
            <Space style={{ marginBottom: 12 }}>{buttons(data)}</Space>
            <Table
              size="small"
              rowKey={({ caseNo, taskKey }) => `${caseNo} ${taskKey}`}
              dataSource={data.lines}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              locale={{ emptyText: '没有符合条件的办件' }}
              columns={[
                { title: '办件编号', render: (_, { caseNo }) => <CaseLink caseNo={caseNo} /> },
                {
                  title: '结果',
                  render: (_, { state, detail }) => (
                    <>
                      {lineWords[state] ?? state}
                      {detail && <span className="quiet">：{detail}</span>}
                    </>
                  ),
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}
