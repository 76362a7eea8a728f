import type {
  ActionNeed,
  ActionRule,
  ActCommand,
  FieldRule,
  FormValue,
  CaseState,
  KnownFact,
  MaterialState,
  Outcome,
  Refusal,
  TaskState,
} from '@due-process/contracts';
import { mayAct } from '../../access';
import { BENEFIT_CHECKS } from '../../benefit';
import { SETTLEMENT_CHECKS } from '../../settlement';
import { isRunning } from '../clocks';
import { factsThatFail, isShared, missingMaterials } from '../conditions';
import type { Draft } from '../draft';
import { conclude, latestFact } from '../ending';
import { settle } from '../story-steps';
import { supply } from '../supplement';
import { completeTask, finishTask, stageOf } from '../tasks';
import { partiesOf } from '../parties';
import { openPause } from '../pauses';
import { lastGo, sendBack, sendBackRefusal } from '../send-back';
import { refuse, textOf, type Act, type View } from './act';

/** The source could not be asked (it was away): it is asked again when the act is done. */
const isToBeAsked = (fact: KnownFact | undefined): boolean => fact?.value === 'unknown';

/** What an action needs beyond the holder's turn, and what is said when it lacks. */
const NEEDS: Record<ActionNeed, (view: Omit<View, 'actor'>) => Refusal | undefined> = {
  // What a register may answer is asked for again when the act is done.
  materialsComplete({ state, asked }) {
    const missing = missingMaterials(state).filter(({ sharedBy }) => asked || sharedBy === undefined);
    if (missing.length === 0) return undefined;
    return refuse('MATERIALS_INCOMPLETE', `缺少：${missing.map((rule) => rule.name).join('、')}`, {
      missing: missing.map((rule) => rule.id),
    });
  },
  materialsMissing: ({ state }) =>
    missingMaterials(state).length > 0 ? undefined : refuse('MATERIALS_COMPLETE', '材料已齐，无需补正'),
  factsHold({ state, asked }) {
    const failing = factsThatFail(state).filter(({ id }) => asked || !isToBeAsked(state.facts[id]));
    return failing.length === 0
      ? undefined
      : refuse('FACT_NOT_SATISFIED', failing.map((rule) => rule.refusal).join('；'), {
          facts: failing.map((rule) => rule.id),
        });
  },
  factsFail: ({ state }) =>
    factsThatFail(state).length > 0 ? undefined : refuse('ACTION_NOT_ALLOWED', '受理条件均已满足'),
  limitOver({ state, today, task }) {
    const running = Object.values(state.clocks).filter(isRunning);
    const own = running.find((one) => one.kind === 'remedy' && one.startFact === `taskOpened:${task?.stage}`);
    const clock = own ?? running.find((one) => one.kind === 'supplement');
    if (clock && today > clock.dueOn) return undefined;
    return refuse('ACTION_NOT_ALLOWED', own ? `${own.name}未满（至${own.dueOn}）` : '补正期限未满');
  },
};

/**
 * Facts shown to the clerk travel with the command and are kept with source and instant before anything is decided by them. That a source could not be
 * asked takes nothing away from what it said before.
 */
export function learn(draft: Draft, facts: KnownFact[] | undefined): void {
  const news = (facts ?? []).filter((fact) => {
    const known = draft.state.facts[fact.id];
    if (known && fact.value === 'unknown') return false;
    return known?.value !== fact.value || known.holds !== fact.holds || told(known) !== told(fact);
  });
  if (news.length === 0) return;
  draft.emit('factsLearned', { facts: news });
  const shared = missingMaterials(draft.state).filter((rule) => isShared(rule, draft.state.facts));
  if (shared.length > 0)
    supply(
      draft,
      shared.map(({ id }) => ({ id, status: 'shared', on: draft.occasion.on })),
    );
}

/** Figures that an act must agree with, by the names of the catalogue's actions. */
const CHECKS = { ...BENEFIT_CHECKS, ...SETTLEMENT_CHECKS };

/** What a source said besides: figures may have come to it since. */
const told = ({ data }: KnownFact): string => JSON.stringify(data ?? {});

type Applier = (draft: Draft, task: TaskState, command: ActCommand) => Refusal | undefined | void;

/** Actions whose effect the kernel itself knows; every other action of a stage completes its task. */
const APPLIERS: Record<string, Applier> = {
  accept: (draft, task, command) => accept(draft, task, command.input as Record<string, FormValue>),
  refuse: (draft, task, command) => concludeBy(draft, task, 'notAccepted', refusalReason(draft, command)),
  reject: (draft, task, command) => concludeBy(draft, task, 'rejected', rejectionReason(draft, task, command)),
  requestSupplement: (draft, _task, command) => requestSupplement(draft, command),
};

/** Actions that end the case, and so come after everything in it. */
const CONCLUDING: ReadonlySet<string> = new Set(['refuse', 'reject']);

/** The decision is the step's result: its clock is met or overrun like any other's, and its doer is known. */
function concludeBy(draft: Draft, task: TaskState, outcome: Outcome, reason?: string): void {
  completeTask(draft, task, outcome === 'rejected' ? 'reject' : 'refuse');
  conclude(draft, outcome, reason);
}

/** 受理: the day from which the statutory clock counts. */
export function accept(draft: Draft, task: TaskState, input: Record<string, FormValue> = {}): void {
  acceptance(draft);
  finishTask(draft, task, 'accept', input);
}

/** Nothing is missing any more: a notice still open is answered by it. */
function acceptance(draft: Draft): void {
  if (draft.state.openNotice) {
    draft.emit('supplementReceived', { materials: [], complete: true });
    draft.fact('materialsReceived');
  }
  draft.emit('accepted', { acceptedOn: draft.occasion.on });
  if (draft.state.rules.documents.some((rule) => rule.type === 'acceptanceNotice')) draft.document('acceptanceNotice');
  draft.fact('acceptance');
}

/** Everything that acceptance needs is there: nothing missing, every outside fact holds. */
export const canAccept = (state: CaseState): boolean =>
  missingMaterials(state).length === 0 && factsThatFail(state).length === 0;

/** 当场受理: registered and accepted in one command, without a task in between. */
export function acceptAtOnce(draft: Draft): void {
  acceptance(draft);
  settle(draft, 'intake', 'accept');
}

/** A refusal always says why: the failing facts in words, and what the clerk adds. */
function refusalReason(draft: Draft, command: ActCommand): string {
  const failing = factsThatFail(draft.state).map((rule) => rule.refusal);
  return [...failing, textOf(command, 'reason')].filter((part) => part !== undefined).join('；');
}

/** What the clerk writes, and the way that the guide still leaves open. */
function rejectionReason({ state }: Draft, task: TaskState, command: ActCommand): string | undefined {
  const advice = stageOf(state, task.stage).actions.find(({ id }) => id === 'reject')?.advice;
  const parts = [textOf(command, 'reason'), advice].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join('。') : undefined;
}

/**
 * 一次性告知: one notice with everything that is missing. Before acceptance it has a limit of its own and stops nothing statutory; after
 * acceptance the days until receipt do not count (the item's pause ledger). A second notice needs a supervisor's reason.
 */
function requestSupplement(draft: Draft, command: ActCommand): Refusal | undefined {
  const { state } = draft;
  const reason = textOf(command, 'reason');
  if (state.openNotice) return refuse('ACTION_NOT_ALLOWED', '已告知补正，等待补正材料');
  if (state.supplementNotices > 0) {
    const may = mayAct(command.actor, 'secondSupplement', { agency: state.agency, unit: state.officeId });
    if (may !== true || !reason)
      return refuse('SUPPLEMENT_REASON_REQUIRED', '再次告知补正须由科室负责人或督办说明理由');
  }
  const named = Array.isArray(command.input.materials) ? (command.input.materials as MaterialState[]) : [];
  if (named.length === 0 && missingMaterials(state).length === 0)
    return refuse('MATERIALS_COMPLETE', '材料已齐，无需补正');
  if (named.length > 0)
    draft.emit('materialsTicked', { materials: named.map(({ id }) => ({ id, status: 'missing' as const })) });
  const missing = missingMaterials(draft.state);
  const asked = textOf(command, 'asked');
  const noticeNo = draft.document('supplementNotice', {
    missing: missing.map(({ id, name }) => ({ id, name })),
    ...(asked ? { asked } : {}),
  });
  draft.emit('supplementRequested', {
    missing: missing.map((rule) => rule.id),
    noticeNo,
    ...(reason ? { reason } : {}),
  });
  if (state.acceptedOn === undefined) draft.emit('phaseChanged', { phase: 'awaitingSupplement' });
  else openPause(draft, 'supplement', { documentNo: noticeNo });
  draft.fact('supplementNotice');
  return undefined;
}

function fieldsOf({ state }: Omit<View, 'actor'>, rule: ActionRule): FieldRule[] {
  if (rule.id !== 'requestSupplement' || state.supplementNotices === 0) return rule.input ?? [];
  const others = (rule.input ?? []).filter((field) => field.id !== 'reason');
  return [...others, { id: 'reason', label: '再次告知的理由', type: 'longText', required: true, maxLength: 500 }];
}

/** The acts of an open task's stage, as the item's catalogue file lists them. */
export function stageAct(rule: ActionRule): Act {
  return {
    id: rule.id,
    label: rule.label,
    on: 'task',
    offered: ({ task }) => task !== undefined && task.awaiting === undefined,
    input: (view) => fieldsOf(view, rule),
    guard: (view) => guardStage(view, rule),
    follows: ({ task, state }) => (CONCLUDING.has(rule.id) ? latestFact(state) : (task?.openedOn ?? state.receivedOn)),
    apply(draft, command, view) {
      const task = view.task as TaskState;
      for (const name of rule.checks ?? []) {
        const fault = CHECKS[name]?.(command.input, view.state);
        if (fault !== undefined) return refuse('FIGURES_WRONG', fault);
      }
      const applier = APPLIERS[rule.id];
      if (applier) return applier(draft, task, command) ?? undefined;
      if (rule.sendsBackTo) {
        const to = lastGo(view.state, backTo(rule.sendsBackTo, command));
        return sendBack(draft, to, textOf(command, 'reason'));
      }
      const { form, ...input } = command.input;
      if (isForm(form)) draft.emit('formSaved', { form });
      finishTask(draft, task, rule.id, input as Record<string, FormValue>);
      return undefined;
    },
  };
}

/** An act may correct the application as well (核心平台退回更正): what it changes is the form's from then on. */
const isForm = (value: unknown): value is Record<string, FormValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `input.<field>`: the post to which the case goes back is chosen with the act (退回至任一前序岗位). */
const isChosen = (to: string): boolean => to.startsWith('input.');
const backTo = (to: string, command: ActCommand): string =>
  isChosen(to) ? (textOf(command, to.slice('input.'.length)) ?? '') : to;

function guardStage(view: View, rule: ActionRule): Refusal | undefined {
  const { state, task, actor } = view;
  if (!task) return refuse('TASK_UNKNOWN', '没有这个待办');
  const who = mayAct(actor, rule.id, {
    agency: state.agency,
    unit: task.unit,
    assignee: task.assignee,
    stageRole: task.role,
    parties: partiesOf(state),
  });
  const stage = stageOf(state, task.stage);
  const secondNotice = rule.id === 'requestSupplement' && state.supplementNotices > 0;
  const leads =
    secondNotice && mayAct(actor, 'secondSupplement', { agency: state.agency, unit: state.officeId }) === true;
  if (who !== true && !leads) return who;
  if (task.delegatedBy !== undefined) return refuse('ACTION_NOT_ALLOWED', '委派期间由受委派人处理，交回后再办理');
  if ((stage.notBy ?? []).some((one) => state.doers[one] === actor.id))
    return refuse('TASK_SAME_PERSON', '前一环节由您办理，本环节须由他人办理');
  if (task.cosigners.some((one) => one.position === 'before' && one.signedAt === undefined))
    return refuse('TASK_COSIGN_PENDING', '尚有前加签未完成');
  if (state.openNotice && rule.id === 'requestSupplement')
    return refuse('ACTION_NOT_ALLOWED', '已告知补正，等待补正材料');
  if (secondNotice && !leads) return refuse('SUPPLEMENT_REASON_REQUIRED', '再次告知补正须由科室负责人或督办说明理由');
  const back =
    rule.sendsBackTo && !isChosen(rule.sendsBackTo) && sendBackRefusal(state, lastGo(state, rule.sendsBackTo));
  if (back) return back;
  for (const need of rule.needs ?? []) {
    const lacking = NEEDS[need](view);
    if (lacking) return lacking;
  }
  return undefined;
}

export const limitOver = NEEDS.limitOver;
