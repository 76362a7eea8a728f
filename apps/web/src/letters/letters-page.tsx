import { Button, Space, Table } from 'antd';
import { useState } from 'react';
import { CaseLink } from '../parts/case-link';
import { shanghaiTime } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { useTitle } from '../parts/use-title';
import { AssignDialog } from './assign-dialog';
import { DismissDialog } from './dismiss-dialog';
import { useUnmatched, type UnmatchedLetter } from './letters';

interface Working {
  act: 'assign' | 'dismiss';
  letter: UnmatchedLetter;
}

/** Letters of other agencies that found no case by themselves; a person works them off. */
export function Component() {
  useTitle('待匹配函件');
  const unmatched = useUnmatched();
  const [working, setWorking] = useState<Working>();
  const close = (): void => setWorking(undefined);
  return (
    <>
      <div className="screen-head">
        <h1>待匹配函件</h1>
        <span className="quiet">收到而没有自动归入办件的函件；之后登记的办件也会自动取走属于它的函件</span>
      </div>
      <section className="panel">
        <Loaded query={unmatched}>
          {({ letters }) => <Letters letters={letters} work={(act, letter) => setWorking({ act, letter })} />}
        </Loaded>
      </section>
      {working?.act === 'assign' && <AssignDialog letter={working.letter} close={close} />}
      {working?.act === 'dismiss' && <DismissDialog letter={working.letter} close={close} />}
    </>
  );
}

interface LettersProps {
  letters: UnmatchedLetter[];
  work: (act: Working['act'], letter: UnmatchedLetter) => void;
}

const Letters = ({ letters, work }: LettersProps) => (
  <Table<UnmatchedLetter>
    size="small"
    rowKey="letterNo"
    dataSource={letters}
    pagination={{ pageSize: 20, hideOnSinglePage: true }}
    locale={{ emptyText: '没有待匹配的函件，不需要做什么' }}
    columns={[
      {
        title: '收到',
        className: 'nowrap',
        render: (_, { receivedAt }) => shanghaiTime(receivedAt),
      },
      {
        title: '函件',
        render: (_, { title, letterNo, inReplyTo }) => (
          <>
            {title}
            <div className="quiet">
              {letterNo}
              {inReplyTo && `，回复 ${inReplyTo}`}
            </div>
          </>
        ),
      },
      { title: '来自', render: (_, { from }) => from.name },
      { title: '未归入的原因', render: (_, { reasonWords }) => reasonWords ?? '--' },
      {
        title: '同一人的在办办件',
        render: (_, { candidates }) =>
          candidates.length === 0
            ? '没有'
            : candidates.map(({ caseNo, itemCode, applicant }) => (
                <div key={caseNo}>
                  <CaseLink caseNo={caseNo} /> {itemCode} {applicant}
                </div>
              )),
      },
      {
        title: '操作',
        width: 180,
        render: (_, letter) => (
          <Space size={6}>
            <Button size="small" type="primary" onClick={() => work('assign', letter)}>
              交给办件
            </Button>
            <Button size="small" onClick={() => work('dismiss', letter)}>
              不予采用
            </Button>
          </Space>
        ),
      },
    ]}
  />
);
