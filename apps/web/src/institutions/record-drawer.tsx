import { Descriptions, Drawer, Table } from 'antd';
import { CaseLink } from '../parts/case-link';
import { Light } from '../parts/light';
import { Loaded } from '../parts/loaded';
import type { WorklistLine } from '../worklist/worklist.types';
import { kindWords, termWords, useRecord, type Institution } from './institutions';

interface Settlement {
  period: string | null;
  case: WorklistLine;
}

/** One institution: its agreement, and every month that was settled with it. */
export function RecordDrawer({ institution, close }: { institution: Institution; close: () => void }) {
  const record = useRecord(institution.creditCode);
  const { name, kind, creditCode, merchantNo } = institution;
  return (
    <Drawer open size={860} title={`结算记录 · ${name}`} onClose={close}>
      <Descriptions
        size="small"
        column={2}
        items={[
          { key: 'kind', label: '类别', children: kindWords[kind] },
          { key: 'code', label: '统一社会信用代码', children: creditCode },
          { key: 'term', label: '协议', children: termWords(institution) },
          ...(merchantNo ? [{ key: 'merchant', label: '商户号', children: merchantNo }] : []),
        ]}
      />
      <Loaded query={record}>{({ settlements }) => <Settlements settlements={settlements} />}</Loaded>
    </Drawer>
  );
}

const Settlements = ({ settlements }: { settlements: Settlement[] }) => (
  <Table<Settlement>
    size="small"
    rowKey={(line) => line.case.caseNo}
    dataSource={settlements}
    pagination={{ pageSize: 24, hideOnSinglePage: true, showSizeChanger: false }}
    locale={{ emptyText: '还没有结算办件；每月 1 日自动建立上月的' }}
    columns={[
      { title: '灯', width: 40, render: (_, line) => <Light light={line.case.light} /> },
      { title: '费用所属月份', className: 'nowrap', render: (_, { period }) => period ?? '补报' },
      { title: '办件编号', render: (_, line) => <CaseLink caseNo={line.case.caseNo} /> },
      { title: '环节', render: (_, line) => line.case.stage ?? line.case.stateWords },
      { title: '收件', className: 'nowrap', render: (_, line) => line.case.receivedOn },
      { title: '到期', className: 'nowrap', render: (_, line) => line.case.dueOn ?? '--' },
      { title: '办结', className: 'nowrap', render: (_, line) => line.case.concludedOn ?? '--' },
    ]}
  />
);
