import { Button, DatePicker, Segmented, Tabs } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { address } from '../client';
import { today } from '../parts/dates';
import { Loaded } from '../parts/loaded';
import { useTitle } from '../parts/use-title';
import { Bars } from './bars';
import { NumbersTable } from './numbers-table';
import { dimensions, percent, useNumbers, type Dimension, type Numbers } from './numbers';
import { StepsPanel } from './steps-panel';
import './statistics.css';

const iso = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** Numbers of closed cases, with what each of them means. */
export function Component() {
  useTitle('统计');
  const [days, setDays] = useState<[Dayjs, Dayjs]>([
    dayjs(today()).subtract(11, 'month').startOf('month'),
    dayjs(today()),
  ]);
  const [by, setBy] = useState<Dimension>('unit');
  const [from, to] = [iso(days[0]), iso(days[1])];
  const numbers = useNumbers(from, to, by);
  return (
    <>
      <div className="screen-head">
        <h1>统计</h1>
        <span className="quiet">按办结日期统计，以办结时冻结的时限为准</span>
      </div>
      <div className="statistics-tools">
        <DatePicker.RangePicker
          aria-label="办结日期"
          value={days}
          allowClear={false}
          onChange={(range) => range?.[0] && range[1] && setDays([range[0], range[1]])}
        />
        <Segmented
          aria-label="分组"
          value={by}
          options={[...dimensions]}
          onChange={(value) => setBy(value as Dimension)}
        />
        <Button href={address('/api/statistics/export.xlsx', { from, to })}>导出 Excel</Button>
      </div>
      <section className="panel" aria-label="统计数据">
        <Loaded query={numbers}>{(data) => <Tables data={data} from={from} to={to} />}</Loaded>
      </section>
    </>
  );
}

function Tables({ data, from, to }: { data: Numbers; from: string; to: string }) {
  const shown = data.lines.slice(0, 15);
  return (
    <>
      {data.own && <p className="quiet">您看到的是本人经办的办件。</p>}
      <NumbersTable lines={data.lines} />
      <Tabs
        items={[
          {
            key: 'onTime',
            label: '按时率',
            children: (
              <Bars
                label="法定按时率"
                bars={shown.map(({ name, statutoryOnTime, promisedOnTime }) => ({
                  name,
                  value: (statutoryOnTime ?? promisedOnTime ?? 0) * 100,
                  words: percent(statutoryOnTime ?? promisedOnTime),
                }))}
              />
            ),
          },
          {
            key: 'used',
            label: '用时',
            children: (
              <>
                <p className="quiet">条为平均用时，红线为九成用时（日）。</p>
                <Bars
                  label="平均用时与九成用时"
                  bars={shown.map(({ name, meanUsed, p90Used }) => ({
                    name,
                    value: meanUsed ?? 0,
                    mark: p90Used ?? 0,
                    words: `${meanUsed ?? '--'} / ${p90Used ?? '--'}`,
                  }))}
                />
              </>
            ),
          },
          {
            key: 'steps',
            label: '日子花在哪里',
            children: <StepsPanel from={from} to={to} />,
          },
          {
            key: 'definitions',
            label: '指标说明',
            children: (
              <dl className="definitions">
                {data.definitions.map(({ id, name, meaning }) => (
                  <div key={id}>
                    <dt>{name}</dt>
                    <dd>{meaning}</dd>
                  </div>
                ))}
              </dl>
            ),
          },
        ]}
      />
    </>
  );
}
