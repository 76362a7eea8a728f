import { owedMaterials } from './conditions';
import type { CaseEvent, CaseState, MaterialState, WaitState } from '@due-process/contracts';

const byId = <T extends { id: string }>(rows: T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

const ticked = (state: CaseState, materials: MaterialState[]): CaseState => ({
  ...state,
  materials: { ...state.materials, ...byId(materials) },
});

function changeWait(state: CaseState, key: string, patch: (wait: WaitState) => WaitState): CaseState {
  const wait = state.waits[key];
  return wait ? { ...state, waits: { ...state.waits, [key]: patch(wait) } } : state;
}

/** What an event changes in the case's head, its waits and the results of its story; undefined when it is none of theirs. */
export function evolveSteps(state: CaseState, event: CaseEvent): CaseState | undefined {
  switch (event.type) {
    case 'caseOpened': {
      const { officeId, organisation, channel, variant, applicant, form, receivedOn, rulesHash } = event.data;
      const opened: CaseState = {
        ...state,
        officeId,
        ...(organisation === undefined ? {} : { organisation }),
        channel,
        variant,
        applicant,
        form,
        receivedOn,
        rulesHash,
        phase: 'received',
      };
      return ticked({ ...opened, facts: byId(event.data.facts) }, event.data.materials);
    }
    case 'formSaved':
      return { ...state, form: { ...state.form, ...event.data.form } };
    case 'materialsTicked':
      return ticked(state, event.data.materials);
    case 'factsLearned':
      return { ...state, facts: { ...state.facts, ...byId(event.data.facts) } };
    case 'accepted':
      return { ...state, acceptedOn: event.data.acceptedOn, phase: 'accepted' };
    case 'supplementRequested': {
      const { missing, noticeNo } = event.data;
      const openNotice = { documentNo: noticeNo, missing, requestedOn: event.occurredOn };
      return { ...state, openNotice, supplementNotices: state.supplementNotices + 1 };
    }
    case 'supplementReceived':
      return { ...ticked(state, event.data.materials), ...(event.data.complete ? { openNotice: undefined } : {}) };
    case 'waitOpened':
      return {
        ...state,
        waits: { ...state.waits, [event.data.wait.key]: event.data.wait },
        reversible: event.data.wait.kind === 'effect' ? undefined : state.reversible,
      };
    case 'waitReminded':
      return changeWait(state, event.data.key, (wait) =>
        wait.kind === 'letter' ? { ...wait, remindOn: event.data.remindOn, reminders: wait.reminders + 1 } : wait,
      );
    case 'stepSettled': {
      const { [event.data.result.key]: settled, ...waits } = state.waits;
      const order = Object.values(state.steps).reduce((most, step) => Math.max(most, step.order), 0) + 1;
      const steps = { ...state.steps, [event.data.result.key]: { ...event.data.result, order } };
      const { key, action } = event.data.result;
      const reversible = settled?.kind === 'task' && action !== 'accept' ? { key, by: event.by } : undefined;
      return { ...state, waits, steps, reversible: settled && isBackground(settled) ? state.reversible : reversible };
    }
    case 'sentBack': {
      const dropped = new Set(event.data.dropped);
      const steps = Object.fromEntries(Object.entries(state.steps).filter(([key]) => !dropped.has(key)));
      const waits = Object.fromEntries(Object.entries(state.waits).filter(([, wait]) => isBackground(wait)));
      return { ...state, steps, waits, reversible: undefined };
    }
    case 'concluded':
      return {
        ...state,
        outcome: event.data.outcome,
        outcomeReason: event.data.reason,
        concludedOn: event.occurredOn,
        phase: event.data.outcome === 'completed' ? 'concluded' : event.data.outcome,
        waits: Object.fromEntries(Object.entries(state.waits).filter(([, wait]) => isBackground(wait))),
        reversible: undefined,
        openNotice: undefined,
      };
    case 'served':
      return { ...state, servedOn: event.data.servedOn, ended: !isOwing(state) };
    case 'commitmentEnded': {
      const after = ticked(state, event.data.materials);
      return { ...after, promiseEnded: true, ended: after.servedOn !== undefined };
    }
    default:
      return undefined;
  }
}

/** Effects that the story does not wait for: letters and receipts on their way go on whatever the story does. */
export const isBackground = (wait: WaitState): boolean => wait.kind === 'effect' && isPost(wait.key);

export const isPost = (key: string): boolean => key.startsWith('post:');

/** A completed case whose applicant still owes what was promised: its run goes on. */
const isOwing = (state: CaseState): boolean =>
  state.outcome === 'completed' && state.promiseEnded !== true && owedMaterials(state).length > 0;
