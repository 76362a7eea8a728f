import { roleNames } from '@due-process/contracts';
import type { CaseTask } from '@due-process/contracts';

/** Who has what to do. Nothing stands here while the case waits for somebody outside. */
export const TasksPanel = ({ tasks }: { tasks: readonly CaseTask[] }) =>
  tasks.length > 0 && (
    <section className="panel" aria-labelledby="tasks-head">
      <h2 id="tasks-head">待办</h2>
      <ul className="lines">
        {tasks.map(({ key, name, role, unit, assignee, delegatedBy, cosigners, openedOn, reminders, standsInFor }) => (
          <li key={key}>
            <span>
              <b>{name}</b> {assignee ? assignee.name : `待认领（${unit.name} ${roleNames[role]}）`}
              {standsInFor && <div className="quiet">{standsInFor}</div>}
              {delegatedBy && <span className="quiet">，受 {delegatedBy.name} 委派</span>}
              {cosigners.map((one) => (
                <div key={one.id} className="quiet">
                  {one.position === 'before' ? '前加签' : '后加签'} {one.name}{' '}
                  {one.signedAt ? `已签${one.opinion ? `：${one.opinion}` : ''}` : '待签'}
                </div>
              ))}
            </span>
            <span className="quiet nowrap">
              {openedOn} 起{reminders > 0 && `，催办 ${reminders} 次`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
