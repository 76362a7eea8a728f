import type { CaseEvent, CaseState, TaskState } from '@due-process/contracts';

const without = <T>(record: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([k]) => k !== key));

function change(state: CaseState, key: string, patch: (task: TaskState) => Partial<TaskState>): CaseState {
  const task = state.tasks[key];
  return task ? { ...state, tasks: { ...state.tasks, [key]: { ...task, ...patch(task) } } } : state;
}

/** 接件: what came from outside is in somebody's hands now. */
function taken(state: CaseState, key: string): CaseState {
  if (state.tasks[key]?.shows !== 'awaitingIntake') return state;
  const phase = state.phase === 'awaitingIntake' ? 'received' : state.phase;
  return change({ ...state, phase }, key, () => ({ shows: 'received' }));
}

/** What an event changes in the open tasks; undefined when it is none of theirs. */
export function evolveTasks(state: CaseState, event: CaseEvent): CaseState | undefined {
  switch (event.type) {
    case 'taskOpened': {
      const { task } = event.data;
      return {
        ...state,
        phase: task.shows,
        tasks: { ...state.tasks, [task.key]: task },
        waits: { ...state.waits, [task.key]: { kind: 'task', key: task.key } },
        counters: { ...state.counters, [`task:${task.key}`]: task.arming },
      };
    }
    case 'taskClaimed':
      return {
        ...taken(
          change(state, event.data.key, () => ({ assignee: event.data.assignee })),
          event.data.key,
        ),
        reversible: undefined,
      };
    case 'taskReleased':
      return change(state, event.data.key, () => ({ assignee: undefined, delegatedBy: undefined }));
    case 'taskHandedOver': {
      const { key, assignee, unit } = event.data;
      const moved = change(state, key, (task) => ({ assignee, unit: unit ?? task.unit, delegatedBy: undefined }));
      return assignee === undefined ? moved : taken(moved, key);
    }
    case 'taskDelegated':
      return change(state, event.data.key, () => ({
        assignee: event.data.assignee,
        delegatedBy: event.data.delegatedBy,
      }));
    case 'delegationReturned':
      return change(state, event.data.key, () => ({ assignee: event.data.assignee, delegatedBy: undefined }));
    case 'cosignerAdded':
      return change(state, event.data.key, (task) => ({
        cosigners: [...task.cosigners, { id: event.data.cosigner, by: event.by, position: event.data.position }],
      }));
    case 'taskCosigned':
      return change(state, event.data.key, (task) => ({
        cosigners: task.cosigners.map((one) =>
          one.id === event.data.cosigner && one.signedAt === undefined
            ? { ...one, signedAt: event.recordedAt, opinion: event.data.opinion }
            : one,
        ),
      }));
    case 'taskAwaitsCosigners': {
      const { action, input } = event.data;
      return change(state, event.data.key, () => ({ awaiting: { action, input, by: event.by, on: event.occurredOn } }));
    }
    case 'taskReminded':
      return change(state, event.data.key, (task) => ({ reminders: task.reminders + 1 }));
    case 'taskCompleted': {
      const tasks = without(state.tasks, event.data.key);
      const goesOn = state.acceptedOn !== undefined && Object.keys(tasks).length === 0;
      return {
        ...state,
        // 承办: between two pieces of work an accepted case is simply accepted, whatever the last one was shown as.
        phase: goesOn ? 'accepted' : state.phase,
        tasks,
        waits: without(state.waits, event.data.key),
        doers: { ...state.doers, [event.data.stage]: event.by },
      };
    }
    case 'taskCancelled':
      return { ...state, tasks: without(state.tasks, event.data.key), waits: without(state.waits, event.data.key) };
    case 'phaseChanged':
      return { ...state, phase: event.data.phase };
    default:
      return undefined;
  }
}
