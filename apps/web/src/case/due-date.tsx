import { Button } from 'antd';
import type { CaseView } from '@due-process/contracts';
import { clockBehind } from './clock-behind';

interface Props {
  view: CaseView;
  kind: 'statutory' | 'promised';
  explain: (clockId: string) => void;
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
