import type { CasePhase, CaseState, ClockKind, ClockView, IsoDate, PublicProgress } from '@due-process/contracts';
import { missingMaterials, owedMaterials } from '../case';
import { isRunning } from '../case/clocks';
import { clockView, leadingClock, type Asked } from './clock-view';
import { dayWords, letterTitle, outcomeWords, pauseName, phaseWords } from './words';
import { whoseTurn } from './whose-turn';

export function publicProgress(state: CaseState, asked: Asked): PublicProgress {
  const clock = leadingClock(state);
  const view = clock && clockView(state, clock, asked);
  const paused = openPauses(state);
  const expected = view?.remaining ? expectation(view, paused.length > 0) : undefined;
  const bring = toBring(state);
  return {
    caseNo: state.caseNo,
    itemName: state.rules.name,
    stateWords: phaseWords[state.phase],
    whoseTurn: turnWords(state),
    receivedOn: state.receivedOn,
    ...(state.acceptedOn ? { acceptedOn: state.acceptedOn } : {}),
    ...(view ? { time: timeOf(view) } : {}),
    ...(paused.length > 0 ? { paused } : {}),
    nextStep: nextStep(state),
    ...(expected ? { expected } : {}),
    ...(bring ? { bring } : {}),
    ...(state.concludedOn ? { concludedOn: state.concludedOn } : {}),
    ...(state.outcome ? { result: outcomeWords[state.outcome] } : {}),
    ...(state.outcome && state.outcome !== 'completed' && state.outcomeReason
      ? { resultReason: state.outcomeReason }
      : {}),
    canRate: state.outcome !== undefined,
  };
}

function turnWords(state: CaseState): string {
  const turn = whoseTurn(state);
  switch (turn.kind) {
    case 'person':
    case 'unit':
      return state.outcome === undefined ? '经办机构正在办理' : '已办结，等待送达';
    case 'applicant':
      return '等待您补正材料';
    case 'otherAgency':
      return `${turn.words}`.replace('对方', '对方经办机构');
    case 'finished':
      return '已办结';
    case 'time':
      return '等待期限届满';
    default:
      return '系统正在办理';
  }
}

function timeOf(view: ClockView): NonNullable<PublicProgress['time']> {
  const unit = dayWords(view.unit);
  return {
    name: view.name,
    usedDays: view.usedDays,
    totalDays: view.totalDays,
    unitWords: unit,
    remainingWords: view.remainingWords,
    dueOn: view.dueOn,
    provisional: view.provisional,
    words: `共 ${view.totalDays} ${unit}，已用 ${view.usedDays} ${unit}，${view.remainingWords}`,
  };
}

const openPauses = (state: CaseState): { since: IsoDate; why: string; words: string }[] =>
  state.pauses
    .filter((pause) => pause.endedOn === undefined && state.outcome === undefined)
    .map((pause) => {
      const why = pauseName(state, pause.cause);
      return { since: pause.openedOn, why, words: `自 ${pause.openedOn} 起因${why}暂停计时，期间不计入办理时限` };
    });

/** Periods that are nobody's work: what each means to the applicant. */
const periodWords: Partial<Record<ClockKind, (view: ClockView) => string>> = {
  publicNotice: ({ dueOn }) => `公示至 ${dueOn}，期满无异议的进入下一步`,
  remedy: ({ name, dueOn }) => `${name}的期限至 ${dueOn}`,
};

/** 暂定 while a calendar is still to come or the clock stands still; otherwise 预计. */
function expectation(view: ClockView, paused: boolean): NonNullable<PublicProgress['expected']> {
  const certain = !view.provisional && !paused;
  const own = periodWords[view.kind]?.(view);
  if (own) return { on: view.dueOn, certain, words: certain ? own : `${own}（暂定）` };
  if (view.remaining?.kind === 'late')
    return { on: view.dueOn, certain: false, words: `应于 ${view.dueOn} 前办结，现已超期` };
  if (certain) return { on: view.dueOn, certain, words: `预计 ${view.dueOn} 前完成` };
  const why = paused ? '恢复计时后顺延' : '待国务院公布节假日安排后确定';
  return { on: view.dueOn, certain, words: `暂定 ${view.dueOn}，${why}` };
}

function toBring(state: CaseState): PublicProgress['bring'] {
  if (!state.openNotice) return promised(state);
  const by = Object.values(state.clocks).find((clock) => clock.kind === 'supplement' && isRunning(clock))?.dueOn;
  const materials = missingMaterials(state).map((rule) => rule.name);
  const until = by ? `请于 ${by} 前` : '请';
  return {
    materials,
    ...(by ? { by } : {}),
    noticeNo: state.openNotice.documentNo,
    words: `${until}补交：${materials.join('、')}`,
  };
}

/** What was promised in writing and is still owed: the decision stands, and the papers are still to come. */
function promised(state: CaseState): PublicProgress['bring'] {
  const materials = state.promiseEnded ? [] : owedMaterials(state).map((rule) => rule.name);
  if (materials.length === 0 || (state.outcome !== undefined && state.outcome !== 'completed')) return undefined;
  const by = Object.values(state.clocks).find((clock) => clock.kind === 'commitment' && isRunning(clock))?.dueOn;
  return {
    materials,
    ...(by ? { by } : {}),
    words: `${by ? `请于 ${by} 前` : '请'}补交承诺的材料：${materials.join('、')}`,
  };
}

/** Registered and accepted in one command, a case has had its intake without anybody's doing it. */
const beforeAcceptance: readonly CasePhase[] = ['awaitingIntake', 'received', 'awaitingSupplement'];

/** What comes after the present step, as far as the item's stages tell. */
function nextStep(state: CaseState): string {
  if (state.ended || state.servedOn) return '无';
  if (state.outcome !== undefined) return '送达办理结果';
  if (state.openNotice) return '收到补正材料后继续办理';
  const letter = Object.values(state.waits).find((wait) => wait.kind === 'letter');
  const stages = state.rules.stages.filter((stage) => stage.id !== 'supplement');
  const open = Object.values(state.tasks)[0]?.stage;
  const present = stages.findIndex((stage) => stage.id === open);
  const intake =
    state.acceptedOn === undefined ? -1 : stages.findLastIndex((stage) => beforeAcceptance.includes(stage.shows));
  const done = stages.reduce((last, stage, at) => (state.doers[stage.id] === undefined ? last : at), intake);
  const next = stages[Math.max(present, done) + 1]?.name ?? '办结';
  return letter?.kind === 'letter' && open === undefined
    ? `收到《${letterTitle(letter.type)}》后${next === '办结' ? '' : '：'}${next}`
    : next;
}
