import { Select } from 'antd';
import { useState } from 'react';
import { Loaded } from '../parts/loaded';
import { Bars } from './bars';
import { useNumbers, useSteps, type NumbersLine } from './numbers';

/** Where the days of one item go, step by step. */
export function StepsPanel({ from, to, lines }: { from: string; to: string; lines: NumbersLine[] | undefined }) {
  const items = useNumbers(from, to, 'item');
  const known = lines ?? items.data?.lines ?? [];
  const [chosen, setChosen] = useState<string>();
  const item = chosen ?? known[0]?.id ?? undefined;
  const steps = useSteps(from, to, item);
  return (
    <>
      <Select
        aria-label="事项"
        style={{ minWidth: 320, marginBottom: 12 }}
        value={item ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        options={known.map(({ id, name }) => ({ value: id ?? '', label: `${name}（${id ?? ''}）` }))}
        onChange={(next) => setChosen(next ?? undefined)}
      />
      {item !== undefined && (
        <Loaded query={steps}>
          {({ steps: rows }) =>
            rows.length === 0 ? (
              <p className="quiet">该事项的环节没有时限。</p>
            ) : (
              <Bars
                label="各环节平均用时"
                bars={rows.map(({ name, meanUsed, p90Used, days, late }) => ({
                  name,
                  value: meanUsed,
                  mark: days,
                  words: `平均 ${meanUsed}，九成 ${p90Used}，限 ${days}，超期 ${late} 件`,
                }))}
              />
            )
          }
        </Loaded>
      )}
    </>
  );
}
