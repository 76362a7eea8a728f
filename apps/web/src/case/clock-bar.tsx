import { Button } from 'antd';
import { Light } from '../parts/light';
import type { ClockView, CasePause } from '@due-process/contracts';
import type { Scale } from './clock-scale';
import { limitWords } from './limit-words';

interface Props {
  clock: ClockView;
  pauses: readonly CasePause[];
  scale: Scale;
  explain: (clockId: string) => void;
}

const between = (scale: Scale, from: string, to: string) => ({
  insetInlineStart: `${scale.at(from)}%`,
  width: `${Math.max(scale.at(to) - scale.at(from), 0.4)}%`,
});

/** From its first day to the due date; what is behind us darker; pauses hatched. The words beside it say the same. */
export function ClockBar({ clock, pauses, scale, explain }: Props) {
  const end = clock.endedOn ?? (scale.today < clock.dueOn ? scale.today : clock.dueOn);
  const late = clock.state === 'running' && scale.today > clock.dueOn;
  return (
    <div className={`clock-row clock-${clock.state}`}>
      <div className="clock-words">
        <Light light={clock.light} /> <span title={clock.startWords}>{clock.name}</span>
        <span className="quiet">
          {' '}
          {clock.kindWords} {limitWords(clock)}
        </span>
      </div>
      <div className="clock-track" aria-hidden>
        {scale.weekends.map(({ from, width }) => (
          <i key={from} className="clock-weekend" style={{ insetInlineStart: `${from}%`, width: `${width}%` }} />
        ))}
        <i className="clock-whole" style={between(scale, clock.startedOn, clock.dueOn)} />
        <i className={`clock-used light-bg-${clock.light}`} style={between(scale, clock.startedOn, end)} />
        {late && <i className="clock-late" style={between(scale, clock.dueOn, scale.today)} />}
        {pauses.map(({ id, openedOn, endedOn }) => (
          <i key={id} className="clock-pause" style={between(scale, openedOn, endedOn ?? scale.today)} />
        ))}
        <i className="clock-due" style={{ insetInlineStart: `${scale.at(clock.dueOn)}%` }} />
        <i className="clock-today" style={{ insetInlineStart: `${scale.at(scale.today)}%` }} />
      </div>
      <div className="clock-end">
        <Button
          type="link"
          size="small"
          className="why nowrap"
          onClick={() => explain(clock.id)}
          aria-label={`${clock.name}，${clock.dueOn} 到期，为什么是这一天？`}
        >
          {clock.dueOn}
          {clock.provisional && '（暂定）'}
        </Button>
        <span className={`light-${clock.light} nowrap`}>{clock.remainingWords}</span>
      </div>
    </div>
  );
}
