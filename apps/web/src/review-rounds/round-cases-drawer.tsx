import { Drawer, Table } from 'antd';
import { CaseLink } from '../parts/case-link';
import { Light } from '../parts/light';
import { Loaded } from '../parts/loaded';
import { Mark, type Tone } from '../parts/mark';
import { useRoundCases, type Looked, type RoundCase } from './review-rounds';

const tones: Partial<Record<RoundCase['state'], Tone>> = { concluded: 'green', rejected: 'red', notAccepted: 'red' };

/** The cases behind a round or before one, each with where it is now. */
export function RoundCasesDrawer({ looked, close }: { looked: Looked; close: () => void }) {
  const query = useRoundCases(looked.path);
  return (
    <Drawer open size={900} title={looked.title} onClose={close}>
      <Loaded query={query}>
        {({ cases }) => (
          <>
            {cases.length > 0 && <p>{resultWords(cases)}</p>}
            <Table<RoundCase>
              size="small"
              rowKey="caseNo"
              dataSource={cases}
              pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
              locale={{ emptyText: looked.empty }}
              columns={[
                { title: '灯', width: 40, render: (_, { light }) => <Light light={light} /> },
                { title: '办件编号', render: (_, { caseNo }) => <CaseLink caseNo={caseNo} /> },
                { title: '申请人', className: 'nowrap', dataIndex: 'applicant' },
                { title: '收件', className: 'nowrap', dataIndex: 'receivedOn' },
                {
                  title: '现在',
                  render: (_, { state, stage, stateWords, told }) => (
                    <>
                      <Mark tone={tones[state] ?? 'plain'}>{stateWords}</Mark> {stage}
                      {told === false && <span className="light-red"> 尚未收入，系统正在重试</span>}
                    </>
                  ),
                },
                { title: '到期', className: 'nowrap', render: (_, { dueOn }) => dueOn ?? '--' },
                {
                  title: '剩余时间 / 办结',
                  className: 'nowrap',
                  render: (_, { concludedOn, remainingWords }) =>
                    concludedOn ? `${concludedOn} 办结` : remainingWords,
                },
              ]}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

/** 共 5 件：已办结 3，不予办理 1，审核中 1 */
function resultWords(cases: readonly RoundCase[]): string {
  const counted = new Map<string, number>();
  for (const { stateWords } of cases) counted.set(stateWords, (counted.get(stateWords) ?? 0) + 1);
  return `共 ${cases.length} 件：${[...counted].map(([words, count]) => `${words} ${count}`).join('，')}`;
}
