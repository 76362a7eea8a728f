import { Alert, Button, Table } from 'antd';
import { CaseLink } from '../parts/case-link';
import { withWeekday } from '../parts/dates';
import { Mark } from '../parts/mark';
import { ProblemNote } from '../parts/problem-note';
import { usePreview, type PreviewCase } from './calendars';

/** What publishing would do, before it counts: days, and cases with their old and new dates. */
export function PreviewPanel({ version }: { version: string }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePreview(version, true);
  if (error) return <ProblemNote error={error} again={() => void refetch()} />;
  const [first] = data?.pages ?? [];
  const cases = data?.pages.flatMap((page) => page.cases) ?? [];
  const summary = first?.summary;
  return (
    <>
      {summary && (
        <Alert
          type={summary.newlyLate > 0 ? 'warning' : 'info'}
          showIcon
          title={`与现行日历 ${first?.base ?? ''} 相比：查看 ${summary.examined} 件在办办件，${summary.casesChanged} 件的期限会变`}
          description={`共 ${summary.clocksChanged} 个期限改变；新超期 ${summary.newlyLate} 个，由超期转为正常 ${summary.newlySaved} 个（全部统筹地区合计，下表为本机构）`}
        />
      )}
      {first && first.changedDays.length > 0 && (
        <details className="changed-days">
          <summary>改变的日子（{first.changedDays.length} 天）</summary>
          {first.changedDays.map(({ date, was, becomes }) => (
            <span key={date} className="nowrap changed-day">
              {withWeekday(date)} {dayWords(was)} → {dayWords(becomes)}
            </span>
          ))}
        </details>
      )}
      <Table<PreviewCase>
        size="small"
        rowKey={({ caseNo, clock }) => `${caseNo} ${clock}`}
        loading={isPending}
        dataSource={cases}
        pagination={false}
        locale={{ emptyText: '本机构没有期限会变的办件' }}
        columns={[
          { title: '办件编号', render: (_, { caseNo }) => <CaseLink caseNo={caseNo} /> },
          { title: '时限', dataIndex: 'clockName' },
          { title: '原到期日', render: (_, { oldDueOn }) => withWeekday(oldDueOn), className: 'nowrap' },
          { title: '新到期日', render: (_, { newDueOn }) => withWeekday(newDueOn), className: 'nowrap' },
          {
            title: '后果',
            render: (_, { newlyLate, newlySaved }) =>
              newlyLate ? <Mark tone="red">新超期</Mark> : newlySaved ? <Mark tone="green">转为正常</Mark> : '',
          },
        ]}
      />
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          继续载入
        </Button>
      )}
    </>
  );
}

const kinds: Readonly<Record<string, string>> = {
  workingDay: '工作日',
  makeUpWorkday: '调休上班',
  weekend: '周末',
  holiday: '放假',
};
const dayWords = (kind: string): string => kinds[kind] ?? kind;
