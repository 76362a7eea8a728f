import { useQuery } from '@tanstack/react-query';
import { Progress, Table } from 'antd';
import type { CaseView } from '@due-process/contracts';
import { read } from '../client';

interface Roster {
  id: string;
  fileName: string;
  lines: number;
  accepted: number;
  rejected: number;
  done: number;
  state: 'reading' | 'staged' | 'processing' | 'settled';
  stateWords: string;
}
interface Line {
  lineNo: number;
  name: string;
  idNumber: string;
  reason: string | null;
}

const lookAgainMs = 1500;
const shownLines = 50;

/** Only a list has lines among the values of a form. */
const hasRoster = ({ form }: CaseView): boolean =>
  Object.values(form).some((value) => typeof value === 'object' && value !== null && 'lines' in value);

/** 名册: how far it has come, and the lines that came back with their reasons. */
export function RostersPanel({ view }: { view: CaseView }) {
  const { data } = useQuery({
    queryKey: ['rosters', view.caseNo, view.version],
    queryFn: ({ signal }) => read<{ rosters: Roster[] }>(`/api/cases/${view.caseNo}/rosters`, {}, signal),
    enabled: hasRoster(view),
    refetchInterval: ({ state }) =>
      state.data?.rosters.some((one) => one.state === 'processing') ? lookAgainMs : false,
  });
  if (!data || data.rosters.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="rosters-head">
      <h2 id="rosters-head">名册</h2>
      {data.rosters.map((roster) => (
        <div key={roster.id}>
          <p>
            {roster.fileName}：共 {roster.lines} 人，已登记 {roster.accepted} 人，退回 {roster.rejected} 人（
            {roster.stateWords}）
          </p>
          <Progress percent={Math.floor((100 * roster.done) / Math.max(roster.lines, 1))} aria-label="名册处理进度" />
          {roster.rejected > 0 && <RejectedLines roster={roster} />}
        </div>
      ))}
    </section>
  );
}

function RejectedLines({ roster }: { roster: Roster }) {
  const { data } = useQuery({
    queryKey: ['roster-lines', roster.id, roster.rejected],
    queryFn: ({ signal }) =>
      read<{ lines: Line[] }>(`/api/rosters/${roster.id}/lines`, { state: 'rejected', limit: shownLines }, signal),
  });
  return (
    <>
      <Table<Line>
        size="small"
        rowKey="lineNo"
        pagination={false}
        dataSource={data?.lines ?? []}
        columns={[
          { title: '行', dataIndex: 'lineNo' },
          { title: '姓名', dataIndex: 'name' },
          { title: '身份证号', dataIndex: 'idNumber' },
          { title: '退回原因', dataIndex: 'reason' },
        ]}
      />
      <p>
        <a href={`/api/rosters/${roster.id}/rejected.csv`} download>
          下载退回清单（{roster.rejected} 行）
        </a>
      </p>
    </>
  );
}
