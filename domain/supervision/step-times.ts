import type { CaseEvent, EventType, IsoDate, WorkCalendar } from '@due-process/contracts';
import { workingDaysBetween } from '../calendar';
import { isBackground, standsAt, type Standing } from '../case';

/** Where the days of one case went. */
export interface StepTimes {
  /** The places it stood at, one after the other: the way it took through the chart. */
  path: string[];
  /** Working days at each of them. Together they are all working days from receipt to conclusion. */
  days: Record<string, number>;
}

/** The events that `stepTimes` reads; others change nothing of where a case stands. */
export const STEP_EVENTS: readonly EventType[] = [
  'caseOpened',
  'taskOpened',
  'taskCompleted',
  'taskCancelled',
  'stepSettled',
  'sentBack',
  'waitOpened',
  'pauseOpened',
  'pauseEnded',
  'supplementRequested',
  'supplementReceived',
  'concluded',
  'caseRestored',
];

/**
 * The days of a closed case by the place where it stood, from its events alone. Our own measure, since no rule speaks of it: a working day belongs to where
 * the case stood when the day's work began, so the day on which a step ends is its last and no day counts twice; branches side by side count to the first.
 */
export function stepTimes(
  events: readonly Pick<CaseEvent, 'type' | 'data' | 'occurredOn'>[],
  calendar: WorkCalendar,
): StepTimes {
  const at: Standing = { tasks: {}, waits: {}, pauses: [] };
  const path: string[] = [];
  const days: Record<string, number> = {};
  let day: IsoDate | undefined;
  for (const event of events as CaseEvent[]) {
    const on: IsoDate = day === undefined || event.occurredOn > day ? event.occurredOn : day;
    const stood = standsAt(at) ?? path.at(-1);
    if (day !== undefined && stood !== undefined && on > day)
      days[stood] = (days[stood] ?? 0) + workingDaysBetween(calendar, day, on);
    day = event.type === 'caseOpened' ? event.data.receivedOn : on;
    move(at, event);
    if (event.type === 'concluded') break;
    const stands = standsAt(at);
    if (stands !== null && stands !== path.at(-1)) path.push(stands);
    if (stands !== null) days[stands] ??= 0;
  }
  return { path, days };
}

function move(at: Standing, event: CaseEvent): void {
  switch (event.type) {
    case 'taskOpened':
      at.tasks[event.data.task.key] = event.data.task;
      return;
    case 'taskCompleted':
    case 'taskCancelled':
      delete at.tasks[event.data.key];
      return;
    case 'waitOpened':
      at.waits[event.data.wait.key] = event.data.wait;
      return;
    case 'stepSettled':
      delete at.waits[event.data.result.key];
      return;
    case 'sentBack':
      at.waits = Object.fromEntries(Object.entries(at.waits).filter(([, wait]) => isBackground(wait)));
      return;
    case 'pauseOpened':
      at.pauses.push({ ...event.data.pause });
      return;
    case 'pauseEnded':
      at.pauses = at.pauses.filter((pause) => !('id' in pause) || pause.id !== event.data.id);
      return;
    case 'supplementRequested':
      at.openNotice = event.data.noticeNo;
      return;
    case 'supplementReceived':
      if (event.data.complete) at.openNotice = undefined;
      return;
    case 'caseRestored': {
      const { tasks, waits, pauses, openNotice } = event.data.state;
      Object.assign(at, { tasks: { ...tasks }, waits: { ...waits }, pauses: [...pauses], openNotice });
      return;
    }
    default:
  }
}
