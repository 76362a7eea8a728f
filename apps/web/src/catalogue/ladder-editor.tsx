import { Button, Checkbox, InputNumber, Select, Space } from 'antd';
import type { RungReceiver, RungRule } from '@due-process/contracts';
import { useState } from 'react';
import { CopyButton } from '../parts/copy-button';
import type { LadderLimit } from './ladder-messages';

interface Props {
  limits: readonly LadderLimit[];
  changes: Readonly<Record<string, RungRule[]>>;
  change: (changes: Record<string, RungRule[]>) => void;
}

const receivers: { value: RungReceiver; label: string }[] = [
  { value: 'holder', label: '承办人' },
  { value: 'head', label: '科室负责人' },
  { value: 'leader', label: '分管领导' },
  { value: 'supervise', label: '督办' },
];
const kinds = [
  { value: 'share', label: '办到时限的（%）' },
  { value: 'due', label: '到期当日' },
  { value: 'afterDue', label: '逾期工作日' },
];
type Kind = 'share' | 'due' | 'afterDue';
const kindOf = ({ share, due }: RungRule): Kind => (due ? 'due' : share === undefined ? 'afterDue' : 'share');

/** As the catalogue's file of ladders writes it. */
const written = (rungs: readonly RungRule[]): string =>
  rungs
    .map(({ id, share, due, afterDue, receivers: to, sms }) => {
      const when = due ? 'due: true' : share === undefined ? `afterDue: ${afterDue ?? 1}` : `share: ${share}`;
      return `    - { id: ${id}, ${when}, receivers: [${to.join(', ')}]${sms ? ', sms: true' : ''} }`;
    })
    .join('\n');

function withKind({ id, receivers: to, sms }: RungRule, kind: Kind, value: number): RungRule {
  const rest = { id, receivers: to, ...(sms ? { sms } : {}) };
  if (kind === 'due') return { ...rest, due: true };
  return kind === 'share' ? { ...rest, share: value / 100 } : { ...rest, afterDue: value };
}

/** A ladder to try instead: changed here, seen by 试算, handed on as the catalogue writes it. */
export function LadderEditor({ limits, changes, change }: Props) {
  const [clock, setClock] = useState<string>();
  const limit = limits.find((one) => one.clock === clock);
  const rungs = limit && (changes[limit.clock] ?? limit.rungs);
  const set = (next: RungRule[] | undefined): void => {
    const { [clock ?? '']: _, ...rest } = changes;
    change(next && clock !== undefined ? { ...rest, [clock]: next } : rest);
  };
  const put = (at: number, rung: RungRule): void => set(rungs?.map((one, nth) => (nth === at ? rung : one)));
  return (
    <div className="ladder-editor">
      <Select
        aria-label="试改哪个时限的阶梯"
        placeholder="试改哪个时限的阶梯"
        style={{ minWidth: 280 }}
        allowClear
        value={clock ?? null}
        options={limits.map(({ clock: value, name }) => ({
          value,
          label: `${name}${changes[value] ? '（已试改）' : ''}`,
        }))}
        onChange={(next) => setClock(next ?? undefined)}
      />
      {rungs?.map((rung, at) => {
        const kind = kindOf(rung);
        const value = kind === 'share' ? Math.round((rung.share ?? 0) * 100) : (rung.afterDue ?? 1);
        return (
          <Space key={rung.id} wrap className="ladder-rung">
            <Select
              aria-label="何时"
              style={{ width: 150 }}
              value={kind}
              options={kinds}
              onChange={(next) => put(at, withKind(rung, next as Kind, next === 'share' ? 50 : 1))}
            />
            {kind !== 'due' && (
              <InputNumber
                aria-label={kind === 'share' ? '百分之' : '逾期几个工作日'}
                min={1}
                max={kind === 'share' ? 100 : 60}
                value={value}
                onChange={(next) => next !== null && put(at, withKind(rung, kind, next))}
              />
            )}
            <Select
              aria-label="发给"
              mode="multiple"
              style={{ minWidth: 240 }}
              value={rung.receivers}
              options={receivers}
              onChange={(next) => next.length > 0 && put(at, { ...rung, receivers: next })}
            />
            <Checkbox checked={rung.sms === true} onChange={({ target }) => put(at, { ...rung, sms: target.checked })}>
              短信
            </Checkbox>
            <Button type="link" onClick={() => set(rungs.filter((one) => one !== rung))}>
              删去
            </Button>
          </Space>
        );
      })}
      {rungs && (
        <Space>
          <Button
            onClick={() => set([...rungs, { id: `own${rungs.length + 1}`, afterDue: 5, receivers: ['supervise'] }])}
          >
            增加一级
          </Button>
          <Button disabled={!changes[clock ?? '']} onClick={() => set(undefined)}>
            恢复现行
          </Button>
          <span className="quiet">改后再点“试算”，与现行并列比较；目录维护按此写法入库</span>
          <CopyButton text={written(rungs)} what="目录写法" />
        </Space>
      )}
    </div>
  );
}
