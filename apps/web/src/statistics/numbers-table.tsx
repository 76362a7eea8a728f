import { Table } from 'antd';
import { percent, type NumbersLine } from './numbers';

const number = (title: string, value: (line: NumbersLine) => string | number | null) => ({
  title,
  align: 'right' as const,
  width: 92,
  render: (_: unknown, line: NumbersLine) => value(line) ?? '--',
});

export const NumbersTable = ({ lines }: { lines: readonly NumbersLine[] }) => (
  <Table<NumbersLine>
    size="small"
    rowKey={({ id }) => id ?? ''}
    dataSource={[...lines]}
    pagination={{ pageSize: 20, hideOnSinglePage: true }}
    locale={{ emptyText: '期间内没有办结的办件' }}
    scroll={{ x: 1100 }}
    columns={[
      { title: '名称', dataIndex: 'name' },
      number('办结', ({ closed }) => closed),
      number('法定按时率', ({ statutoryOnTime }) => percent(statutoryOnTime)),
      number('承诺按时率', ({ promisedOnTime }) => percent(promisedOnTime)),
      number('计责按时率', ({ chargedOnTime }) => percent(chargedOnTime)),
      number('平均用时', ({ meanUsed }) => meanUsed),
      number('九成用时', ({ p90Used }) => p90Used),
      number('用时占比', ({ usedShare }) => percent(usedShare)),
      number('件均补正', ({ supplementsPerCase }) => supplementsPerCase),
      number('再次告知', ({ secondNotices }) => secondNotices),
      number('退回', ({ returns }) => returns),
      number('催督办', ({ escalations }) => escalations),
    ]}
  />
);
