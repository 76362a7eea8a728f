import type {
  ActCommand,
  Actor,
  CaseState,
  Instant,
  IsoDate,
  PublishedAction,
  Refusal,
  TaskState,
} from '@due-process/contracts';
import { isOutside, mayAct } from '../access';
import { shanghaiDate } from '../calendar';
import { refuse, type Act, type View } from './actions/act';
import { caseActs } from './actions/case-acts';
import { unpublishedActs } from './actions/repair-acts';
import { learn, stageAct } from './actions/stage-acts';
import { promiseActs } from './actions/promise-acts';
import { taskActs } from './actions/task-acts';
import { Draft, type Change } from './draft';
import { partiesOf } from './parties';
import { stageOf } from './tasks';

export interface Moment {
  now: Instant;
}
export type Decision = Change | { refusal: Refusal };
export const isRefused = (decision: Decision): decision is { refusal: Refusal } => 'refusal' in decision;

interface Offer {
  act: Act;
  task?: TaskState;
}

/** What is meant of everything: one action alone; acts that are in no published list. */
interface Meant {
  only?: string | undefined;
  more?: readonly Act[];
}

/** Everything the case offers now, whoever looks: the acts of each open task's stage, those of every task, and those of the case. */
function offers(state: CaseState, today: IsoDate, now: Instant, { only, more = [] }: Meant = {}): Offer[] {
  const view = { state, today, now };
  const ofTasks = Object.values(state.tasks).flatMap((task) =>
    [...stageOf(state, task.stage).actions.map(stageAct), ...taskActs, ...more.filter(({ on }) => on === 'task')].map(
      (act) => ({ act, task }),
    ),
  );
  return [
    ...ofTasks,
    ...[...caseActs, ...promiseActs, ...more.filter(({ on }) => on === 'case')].map((act) => ({ act }) as Offer),
  ].filter(({ act, task }) => (only === undefined || act.id === only) && act.offered({ ...view, task }));
}

/** The allowed actions as published to a viewer (or the one asked for), each with the reason why not. A command is refused exactly where this says so. */
export function publishedActions(state: CaseState, actor: Actor, { now }: Moment, only?: string): PublishedAction[] {
  const today = shanghaiDate(now);
  return offers(state, today, now, { only }).map(({ act, task }) => {
    const view: View = { state, task, actor, now, today };
    const reason = act.guard(view);
    return {
      action: act.id,
      label: act.label,
      ...(task ? { taskKey: task.key } : {}),
      allowed: reason === undefined,
      ...(reason ? { reason: { code: reason.code, detail: reason.detail } } : {}),
      input: act.input(view),
    };
  });
}

/** A person's act: events and the state after them, or why it was refused. Pure; a refusal changes nothing. */
export function decide(state: CaseState, command: ActCommand, { now }: Moment): Decision {
  const refusal = precondition(state, command);
  if (refusal) return { refusal };
  const today = shanghaiDate(now);
  const on = command.occurredOn ?? today;
  const draft = new Draft(state, {
    by: command.actor.id,
    at: now,
    on,
    command: { key: command.key, bodyMac: command.bodyMac, action: command.action },
  });
  learn(draft, command.facts);
  const chosen = choose(draft.state, command, today, now);
  if ('code' in chosen) return { refusal: chosen };
  const view: View = { state: draft.state, task: chosen.task, actor: command.actor, now, today, asked: true };
  const no =
    chosen.act.guard(view) ??
    dateRefusal(command, view, chosen.act.follows(view)) ??
    chosen.act.apply(draft, command, view);
  return no ? { refusal: no } : draft.change();
}

const isVisible = (state: CaseState, actor: Actor): boolean =>
  isOutside(actor) ? partiesOf(state).some((unit) => actor.units.includes(unit)) : actor.agency === state.agency;

function precondition(state: CaseState, command: ActCommand): Refusal | undefined {
  if (!isVisible(state, command.actor)) return refuse('NOT_FOUND', '未找到');
  if (state.ended) return refuse('CASE_CLOSED', '办件已办结，不能再办理');
  if (command.expectedVersion === state.version) return undefined;
  return refuse('CASE_VERSION_CONFLICT', '办件已被更新，请核对后重试', {
    version: state.version,
    lastChange: state.lastChange,
  });
}

/** The task meant: the one named, else the first that allows the act, else the first that offers it. */
function choose(state: CaseState, command: ActCommand, today: IsoDate, now: Instant): Offer | Refusal {
  const offered = offers(state, today, now, { only: command.action, more: unpublishedActs }).filter(
    ({ task }) => command.taskKey === undefined || task?.key === command.taskKey,
  );
  const allowed = offered.find(
    ({ act, task }) => !act.guard({ state, task, actor: command.actor, now, today, asked: true }),
  );
  return allowed ?? offered[0] ?? (state.outcome ? refuse('CASE_CLOSED', '办件已办结，不能再办理') : notNow(state));
}

function notNow(state: CaseState): Refusal {
  const names = Object.values(state.tasks).map((task) => task.name);
  return refuse(
    'ACTION_NOT_ALLOWED',
    names.length > 0 ? `当前环节为“${names.join('、')}”，不能办理此操作` : '当前没有待办，不能办理此操作',
  );
}

/** Own dates (design §4): not in the future, not before the fact the act follows, and only by those who may enter past dates. */
function dateRefusal(command: ActCommand, { state, actor, today }: View, follows: IsoDate): Refusal | undefined {
  const on = command.occurredOn;
  if (on === undefined) return undefined;
  if (on > today) return refuse('DATE_IN_FUTURE', '日期不能晚于今日');
  if (on < follows) return refuse('DATE_BEFORE_FACT', `日期不能早于${follows}`, { follows });
  const may = mayAct(actor, 'backdate', { agency: state.agency, unit: state.officeId });
  return on < today && may !== true ? refuse('DATE_NOT_PERMITTED', '您没有补录日期的权限') : undefined;
}
