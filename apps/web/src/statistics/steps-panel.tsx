import { lazy, Suspense, useState } from 'react';
import type { FlowStep } from '@due-process/contracts';
import { useAccount } from '../client';
import { ItemSelect } from '../parts/item-select';
import { Loaded } from '../parts/loaded';
import { useFlow, useNumbers } from './numbers';

const FlowChart = lazy(() => import('./flow-chart'));
const supervisors = ['head', 'leader', 'supervise'];

/** Where the days of one item go, on its own flow chart; from a step to the cases that stand there. */
export function StepsPanel({ from, to }: { from: string; to: string }) {
  const { roles } = useAccount();
  const items = useNumbers(from, to, 'item');
  const [chosen, setChosen] = useState<string>();
  const item = chosen ?? items.data?.lines[0]?.id ?? undefined;
  const flow = useFlow(from, to, item);
  const seesAll = roles.some((role) => supervisors.includes(role));
  const listOf = ({ id, name }: FlowStep): string =>
    `/supervision?${new URLSearchParams({ title: `${flow.data?.itemName ?? ''} · ${name}`, item: item ?? '', at: id }).toString()}`;
  return (
    <>
      <ItemSelect
        value={item}
        onChange={setChosen}
        select={{
          'aria-label': '事项',
          placeholder: '请选事项',
          style: { width: 460, maxWidth: '100%', marginBottom: 12 },
        }}
      />
      {item !== undefined && (
        <Loaded query={flow}>
          {(data) => (
            <>
              <p>
                {data.cases > 0
                  ? `期间内办结 ${data.cases} 件，从收件到办结平均 ${data.meanDays ?? 0} 个工作日。`
                  : '期间内没有办结的办件，只显示现在的办件。'}
                <span className="quiet">
                  每个工作日计入当日开始时办件所在之处；颜色越深，占用越多；线上的数字是走这条线的次数。
                </span>
              </p>
              <Suspense>
                <FlowChart {...data} {...(seesAll ? { listOf } : {})} />
              </Suspense>
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
