import { Button } from 'antd';
import type { ClockView, CaseView } from '@due-process/contracts';

interface Props {
  view: CaseView;
  kind: 'statutory' | 'promised';
  explain: (clockId: string) => void;
}

const running = ({ state }: ClockView): boolean => state === 'running' || state === 'paused';

/** The clock behind the date in the head: of those that run the one due first, else the one that ran longest. */
export function clockBehind({ clocks }: CaseView, kind: ClockView['kind']): ClockView | undefined {
  const own = clocks.filter((clock) => clock.kind === kind && clock.state !== 'cancelled');
  const open = own.filter(running);
  const byDay = (open.length > 0 ? open : own).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  return open.length > 0 ? byDay[0] : byDay.at(-1);
}

export function DueDate({ view, kind, explain }: Props) {
  const clock = clockBehind(view, kind);
  const immediate = kind === 'statutory' && view.item.mode === 'immediate';
  if (!clock && !immediate && (view.outcome !== null || !view.limitKinds.includes(kind))) return null;
  return (
    <div>
      <dt>{kind === 'statutory' ? '法定办结' : '承诺办结'}</dt>
      <dd>
        {clock ? (
          <>
            <b>{clock.dueOn}</b>
            {clock.provisional && <span className="quiet">（暂定）</span>}
            <Button type="link" size="small" className="why" onClick={() => explain(clock.id)}>
              为什么是这一天？
            </Button>
          </>
        ) : (
          <span className="quiet">{immediate ? '即办' : view.acceptedOn ? '尚未起算' : '受理后起算'}</span>
        )}
      </dd>
    </div>
  );
}
