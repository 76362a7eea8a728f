import { condition, continueAsNew, defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import { redatingActivities } from './activity-groups';
import { pageByPage, type Place } from './page-by-page';

/**
 * Re-dating after a calendar was published (design §6): the cases whose dates it touches are told in pages, each re-dates itself.
 * The place in the list is the run's whole state; the progress that people read stands in the database.
 */
export interface Redating extends Partial<Place> {
  proposal: string;
  paused?: boolean;
}
export type RedatingProgress = Place & Required<Pick<Redating, 'proposal' | 'paused'>>;

export const pauseRedating = defineSignal('pause');
export const resumeRedating = defineSignal('resume');
export const redatingProgress = defineQuery<RedatingProgress>('progress');

const pageSize = 500;

export async function redateCases(start: Redating): Promise<RedatingProgress> {
  const state: RedatingProgress = { told: 0, failed: 0, pass: 1, paused: false, ...start };
  const { proposal } = state;
  setHandler(redatingProgress, () => state);
  setHandler(pauseRedating, () => void (state.paused = true));
  setHandler(resumeRedating, () => void (state.paused = false));

  const finished = await pageByPage(state, {
    pageSize,
    ready: () => condition(() => !state.paused),
    page: (next) => redatingActivities.redatePage({ proposal, ...next }),
    finish: () => redatingActivities.finishRedating({ proposal }),
  });
  if (finished) return state;
  const { remaining: _, ...next } = state;
  return continueAsNew<typeof redateCases>(next);
}
