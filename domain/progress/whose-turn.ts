import type { CaseState, WaitState } from '@due-process/contracts';
import { overrunAt } from '../calendar';
import { otherPlace, owedMaterials } from '../case';
import { letterTitle } from './words';

/** Whose turn it is, for the people of the agency. Exactly one is accountable at any moment, unless nobody is: that shows as `nobody`. */
export type Turn =
  | { kind: 'person'; account: string; unit: string; words: string }
  | { kind: 'unit'; unit: string; words: string }
  | { kind: 'applicant'; words: string }
  | { kind: 'otherAgency'; agency?: string; words: string }
  | { kind: 'activity'; words: string }
  | { kind: 'time'; until: string; words: string }
  | { kind: 'nobody'; words: string }
  | { kind: 'finished'; words: string };

export function whoseTurn(state: CaseState): Turn {
  if (!state.ended && state.servedOn !== undefined && !state.promiseEnded && owedMaterials(state).length > 0)
    return { kind: 'applicant', words: '已办结，等待申请人补交承诺的材料' };
  if (state.ended || (state.outcome !== undefined && state.servedOn !== undefined))
    return { kind: 'finished', words: '已办结' };
  if (state.openNotice) return { kind: 'applicant', words: '等待申请人补正材料' };
  const task = Object.values(state.tasks)[0];
  const signing = task?.cosigners.find(
    (one) => one.signedAt === undefined && (one.position === 'before' || task.awaiting),
  );
  if (task && signing) return { kind: 'person', account: signing.id, unit: task.unit, words: `等待加签：${task.name}` };
  if (task?.assignee) return { kind: 'person', account: task.assignee, unit: task.unit, words: task.name };
  if (task) return { kind: 'unit', unit: task.unit, words: `${task.name}（待认领）` };
  return state.outcome === undefined ? waitTurn(state) : { kind: 'unit', unit: state.officeId, words: '等待送达' };
}

const rank: Record<WaitState['kind'], number> = { effect: 0, task: 1, letter: 2, until: 3 };

function waitTurn(state: CaseState): Turn {
  const [wait] = Object.values(state.waits).sort((a, b) => rank[a.kind] - rank[b.kind]);
  switch (wait?.kind) {
    case 'letter': {
      const place = otherPlace(state);
      return {
        kind: 'otherAgency',
        ...(place === undefined ? {} : { agency: place }),
        words: `等待对方发来《${letterTitle(wait.type)}》`,
      };
    }
    case 'effect':
      return { kind: 'activity', words: wait.lastError ? '系统正在重试' : '系统正在办理' };
    case 'until':
      if (wait.round !== undefined)
        return { kind: 'time', until: roundDue(state, wait.round) ?? wait.at, words: '等待下一轮集中办理' };
      return { kind: 'time', until: wait.at, words: '等待期限届满' };
    default:
      return { kind: 'nobody', words: '无人办理' };
  }
}

/** When the round must have been opened, where a limit of the item says so. */
function roundDue(state: CaseState, round: string): string | undefined {
  const clock = Object.values(state.clocks).find(
    (one) => one.startFact === `roundAwaited:${round}` && one.state === 'running',
  );
  return clock && overrunAt(clock.dueOn);
}
