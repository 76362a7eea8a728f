import { MockActivityEnvironment } from '@temporalio/testing';
import { reviewRoundActivities, type ReviewRoundDeps } from '.';
import type { OpenRound } from './review-round.store';

const round: OpenRound = {
  id: '370600-YT-7-2026Q4',
  agency: '370600',
  itemCode: 'YT-7',
  round: 'quarterReview',
  period: '2026Q4',
  reviewOn: '2026-10-08',
};

/** Cases by number; a told case waits no longer, as its row says from then on. */
function played(cases: Record<string, 'sound' | 'silent' | 'gone'>) {
  const waiting = new Set(Object.keys(cases));
  const missed: string[] = [];
  const told: string[] = [];
  let finished = false;
  const deps: ReviewRoundDeps = {
    store: {
      openDue: async () => 1,
      unfinished: async () => [round.id, 'other'],
      find: async (id) => (id === round.id ? round : undefined),
      waiting: async (_, after, limit) =>
        [...waiting]
          .filter((one) => one > after)
          .sort()
          .slice(0, limit),
      told: async (_, caseNo) => void told.push(caseNo),
      missed: async (_, caseNo, error) => void missed.push(`${caseNo} ${error}`),
      finish: async () => void (finished = true),
    },
    tell: async (_, caseNo) => {
      if (cases[caseNo] === 'gone') return 'gone';
      if (cases[caseNo] === 'silent') return { code: 'CASE_SILENT' };
      waiting.delete(caseNo);
      return 'told';
    },
    start: async (id) => id === round.id,
    today: () => '2026-10-08',
    perSecond: 10_000,
  };
  return {
    activities: reviewRoundActivities(deps),
    told,
    missed,
    isFinished: () => finished,
    mend: (no: string) => (cases[no] = 'sound'),
  };
}
const run = <T>(work: () => Promise<T>): Promise<T> => new MockActivityEnvironment().run(work);

describe('a page of a review round', () => {
  it('tells every waiting case once and says where it stopped', async () => {
    const { activities, told } = played({ a1: 'sound', a2: 'sound', a3: 'sound' });
    const first = await run(() => activities.tellReviewRound({ id: round.id, limit: 2 }));
    expect(first).toEqual({ told: 2, failed: 0, done: false, last: 'a2' });
    const second = await run(() => activities.tellReviewRound({ id: round.id, after: 'a2', limit: 2 }));
    expect(second).toEqual({ told: 1, failed: 0, done: true, last: 'a3' });
    expect(told.sort()).toEqual(['a1', 'a2', 'a3']);
  });

  it('passes over what cannot be told, and reaches it in a later pass', async () => {
    const { activities, told, missed, isFinished, mend } = played({
      a1: 'silent',
      a2: 'sound',
      a3: 'gone',
      a4: 'sound',
    });
    expect(await run(() => activities.tellReviewRound({ id: round.id, limit: 50 }))).toMatchObject({
      told: 2,
      failed: 2,
    });
    expect(missed.sort()).toEqual(['a1 CASE_SILENT', 'a3 CASE_GONE']);
    expect(await activities.finishReviewRound({ id: round.id })).toEqual({ remaining: 2 });
    expect(isFinished()).toBe(false);

    mend('a1');
    mend('a3');
    await run(() => activities.tellReviewRound({ id: round.id, limit: 50 }));
    expect(told.sort()).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(await activities.finishReviewRound({ id: round.id })).toEqual({ remaining: 0 });
    expect(isFinished()).toBe(true);
  });

  it('is no round of ours when nobody opened it', async () => {
    const { activities } = played({});
    await expect(run(() => activities.tellReviewRound({ id: 'unknown', limit: 1 }))).rejects.toThrow('no such round');
  });
});

it('opens what is due and starts what is open and has no run', async () => {
  const { activities } = played({});
  expect(await activities.keepReviewRounds()).toEqual({ opened: 1, started: 1 });
});
