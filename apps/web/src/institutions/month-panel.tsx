import { DatePicker, Segmented, Table } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { CaseLink } from '../parts/case-link';
import { today } from '../parts/dates';
import { Light } from '../parts/light';
import { Loaded } from '../parts/loaded';
import { kindWords, lastMonth, useMonth, type MonthLine } from './institutions';
import { shownLines, stateOf, stateWords, states, type MonthState } from './month-state';

/** 月度结算: one line an institution, with the case that settles its month. */
export function MonthPanel({ open }: { open: (creditCode: string) => void }) {
  const [address, setAddress] = useSearchParams();
  const period = address.get('period') ?? lastMonth();
  const month = useMonth(period);
  const [shown, setShown] = useState<MonthState | 'all'>('all');
  return (
    <>
      <div className="screen-head">
        <DatePicker
          picker="month"
          aria-label="费用所属月份"
          value={dayjs(`${period}-01`)}
          allowClear={false}
          maxDate={dayjs(today())}
          onChange={(chosen) => chosen && setAddress({ view: 'month', period: chosen.format('YYYY-MM') })}
        />
        <Segmented
          aria-label="进度"
          value={shown}
          options={[
            { value: 'all', label: '全部' },
            ...states.map((state) => ({
              value: state,
              label: `${stateWords[state]} ${month.data?.settlements.filter((line) => stateOf(line) === state).length ?? ''}`,
            })),
          ]}
          onChange={(value) => setShown(value as MonthState | 'all')}
        />
      </div>
      <Loaded query={month}>
        {({ settlements }) => <MonthTable lines={shownLines(settlements, shown)} period={period} open={open} />}
      </Loaded>
    </>
  );
}

interface TableProps {
  lines: MonthLine[];
  period: string;
  open: (creditCode: string) => void;
}

/** Why there is no case: the month is not over, or it opened before this month's agreement was known here. */
const missingWords = (period: string): string =>
  period > lastMonth() ? '该月结束后自动建立' : '没有建立；可在“新办件”登记';

const MonthTable = ({ lines, period, open }: TableProps) => (
  <Table<MonthLine>
    size="small"
    rowKey={({ itemCode, creditCode }) => `${itemCode} ${creditCode}`}
    dataSource={lines}
    pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
    locale={{ emptyText: '没有这样的结算；协议在该月内有效的机构才列在这里' }}
    columns={[
      { title: '灯', width: 40, render: (_, line) => <Light light={line.case?.light ?? null} /> },
      {
        title: '机构',
        render: (_, { name, creditCode, kind }) => (
          <>
            <button type="button" className="link-button" onClick={() => open(creditCode)}>
              {name}
            </button>
            <div className="quiet">{kindWords[kind]}</div>
          </>
        ),
      },
      { title: '事项', render: (_, { itemCode, itemName }) => `${itemCode} ${itemName}` },
      {
        title: '办件编号',
        render: (_, line) =>
          line.case ? <CaseLink caseNo={line.case.caseNo} /> : <span className="quiet">{missingWords(period)}</span>,
      },
      {
        title: '环节',
        render: (_, line) =>
          line.case && (
            <>
              {line.case.stage ?? line.case.stateWords}
              {line.case.stage && <span className="quiet"> · {line.case.stateWords}</span>}
            </>
          ),
      },
      { title: '经办人', render: (_, line) => line.case && line.case.holderWords },
      {
        title: '到期',
        className: 'nowrap',
        render: (_, line) => line.case && (line.case.dueOn ?? line.case.statutoryDueOn ?? '--'),
      },
      {
        title: '剩余时间 / 办结',
        className: 'nowrap',
        render: (_, line) =>
          line.case && (line.case.concludedOn ? `${line.case.concludedOn} 办结` : line.case.remainingWords),
      },
    ]}
  />
);
