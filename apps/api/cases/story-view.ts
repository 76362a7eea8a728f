import { courseOf } from '@due-process/catalog';
import type { CaseState, StoryStep, WaitState } from '@due-process/contracts';
import { letterTitle, stageName } from '@due-process/domain';

/** Steps are kept under `<stage>` (a repeated one `<stage>#2`, one of several `<stage>:<which>`), `send:<letter>`, `receive:<letter>`; the machine's own (posting, effects) are no steps of the trade. */
function stepOf(state: CaseState, key: string): Pick<StoryStep, 'kind' | 'name'> | undefined {
  const [kind, type] = key.split(':', 2);
  if (kind === 'send' && type) return { kind, name: `发出《${letterTitle(type)}》` };
  if (kind === 'receive' && type) return { kind, name: `收到《${letterTitle(type)}》` };
  const stage = kind?.split('#', 1)[0] ?? key;
  return state.rules.stages.some(({ id }) => id === stage)
    ? { kind: 'task', name: stageName(state, stage) }
    : undefined;
}

function waited(state: CaseState, wait: WaitState): StoryStep | undefined {
  if (wait.kind === 'letter')
    return { key: wait.key, kind: 'receive', name: `收到《${letterTitle(wait.type)}》`, state: 'now' };
  if (wait.kind === 'until')
    return { key: wait.key, kind: 'time', name: wait.round ? '等待下一轮集中办理' : '等待期限届满', state: 'now' };
  const step = wait.kind === 'task' ? stepOf(state, wait.key) : undefined;
  return step && { key: wait.key, ...step, state: 'now' };
}

/** Done, now, and what is still ahead of this very case: a stage that its channel or its variant never reaches is not shown. */
export function storyView(state: CaseState): StoryStep[] {
  const done = Object.values(state.steps)
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ key, on }): StoryStep[] => {
      const step = stepOf(state, key);
      return step ? [{ key, ...step, state: 'done', on }] : [];
    });
  const now = state.outcome ? [] : Object.values(state.waits).flatMap((wait) => waited(state, wait) ?? []);
  const known = new Set([...done, ...now].map(({ key }) => key.split(/[:#]/u, 1)[0]));
  const ahead = state.outcome
    ? []
    : courseOf(state)
        .filter((id) => !known.has(id))
        .map((id): StoryStep => ({ key: id, kind: 'task', name: stageName(state, id), state: 'ahead' }));
  return [...done, ...now, ...ahead];
}
