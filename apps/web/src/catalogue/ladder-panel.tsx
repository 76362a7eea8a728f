import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Select } from 'antd';
import type { ItemPublished, RungRule } from '@due-process/contracts';
import dayjs from 'dayjs';
import { useState } from 'react';
import { write } from '../client';
import { today } from '../parts/dates';
import { ProblemNote } from '../parts/problem-note';
import { LadderEditor } from './ladder-editor';
import { LadderMessages, type LadderAnswer } from './ladder-messages';

/** 催督办预演: what the ladders of an item would send for a case left alone, as they are and as somebody would have them, before either is in force. */
export function LadderPanel({ item }: { item: ItemPublished }) {
  const [startOn, setStartOn] = useState(today());
  const [pause, setPause] = useState<{ from: string; to: string }>();
  const [officeId, setOfficeId] = useState(item.offices[0]?.id);
  const [changes, setChanges] = useState<Record<string, RungRule[]>>({});
  const asking = useMutation({
    mutationFn: () =>
      write<LadderAnswer>('/api/ladders/preview', {
        item: item.code,
        startOn,
        ...(officeId ? { officeId } : {}),
        ...(pause ? { pause } : {}),
        changes: Object.entries(changes).map(([clock, rungs]) => ({ clock, rungs })),
      }),
  });
  return (
    <section className="panel" aria-label="催督办预演">
      <h2>催督办预演</h2>
      <p className="quiet">
        按现行日历推算：各时限都自所选日期起算、一直无人办理时，会在哪天发给谁。只试算，不保存，不发送。
      </p>
      <div className="ladder-tools">
        <label>
          起算日期{' '}
          <DatePicker
            value={dayjs(startOn)}
            allowClear={false}
            onChange={(day) => day && setStartOn(day.format('YYYY-MM-DD'))}
          />
        </label>
        <label>
          其间暂停{' '}
          <DatePicker.RangePicker
            value={pause ? [dayjs(pause.from), dayjs(pause.to)] : null}
            onChange={(days) =>
              setPause(
                days?.[0] && days[1]
                  ? { from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') }
                  : undefined,
              )
            }
          />
        </label>
        {item.offices.length > 1 && (
          <Select
            aria-label="办理地点"
            style={{ minWidth: 220 }}
            value={officeId ?? null}
            options={item.offices.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => setOfficeId(next ?? undefined)}
          />
        )}
        <Button type="primary" loading={asking.isPending} onClick={() => asking.mutate()}>
          试算
        </Button>
      </div>
      {asking.error && <ProblemNote error={asking.error} />}
      {asking.data && (
        <>
          <LadderMessages answer={asking.data} />
          <LadderEditor limits={asking.data.limits} changes={changes} change={setChanges} />
        </>
      )}
    </section>
  );
}
