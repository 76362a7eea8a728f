import { clerks, type Clerk } from '../support/clerk';
import { faultyRelease } from '../support/release';
import { checked, figures, offerOf, repair, shownAs, standing } from '../support/supervision';
import { control, restore } from '../support/system';
import { JINAN, open } from '../support/transfers';

/** A release with a defect in a story, from the first case it stops to the release that mends it. */
let window: Clerk, supervisor: Clerk;
let putBack = (): void => undefined;
beforeAll(async () => {
  [window, supervisor] = await clerks('yt-window', 'yt-supervise');
});
afterAll(async () => {
  putBack();
  await restore();
  console.info(figures.join('\n'));
});

const words = 'the story of this release throws';

describe('a release whose story throws', () => {
  let caseNo: string, version: number, other: string;
  let lost: Promise<unknown>;
  let repairNo: string;

  it('stops the case, which stands on the board as the worker’s with the error beside it, and no other', async () => {
    ({ caseNo, version } = await open(window, 'YT-2.2', { place: JINAN }));
    ({ caseNo: other } = await open(window, 'YT-2.2', { place: JINAN }));
    putBack = faultyRelease('transferOut', caseNo, words);
    await control('worker', 'restart');
    lost = window.attempt(caseNo, 'claim', { version, key: `claim-${caseNo}` });
    const seen = await shownAs(supervisor, caseNo, 'workerFailing');
    expect(seen.causeWords).toBe('系统原因滞留：办理程序出错');
    expect(seen.detail).toContain(words);
    expect((await window.act(other, 'claim')).state).toBe('received');
  });

  it('is reached by no command, and is waited with under a repair that holds its alarms back', async () => {
    const seen = await standing(supervisor, caseNo);
    expect(offerOf(seen, 'restartStep').reason?.detail).toContain('操作不能送达办件');
    expect((await repair(supervisor, caseNo, 'retryNow')).status).toBe(409);
    const waited = await repair(supervisor, caseNo, 'awaitRelease', { alarmMinutes: 30 });
    expect(waited.status).toBe(201);
    ({ repairNo } = waited.body);
    expect((await standing(supervisor, caseNo)).class).toBe('underRepair');
  });

  it('no worker at all is told within a minute, of every case', async () => {
    await control('worker', 'kill');
    const seen = await shownAs(supervisor, other, 'workerFailing');
    expect(seen.causeWords).toBe('系统原因滞留：办理进程未运行');
    const { body } = await supervisor.get<{ classes: { class: string; count: number }[] }>('/api/supervision/stuck');
    expect(body.classes.filter(({ class: id, count }) => id === 'personsTurn' && count > 0)).toEqual([]);
  });

  it('ends with the release that mends it: the case moves, the board says so, and what was lost is done under its key', async () => {
    putBack();
    await control('worker', 'start');
    await shownAs(supervisor, other, 'personsTurn', 30);
    expect((await checked(supervisor, caseNo, repairNo)).state).toBe('moved');
    await lost;
    const again = await window.attempt(caseNo, 'claim', { version, key: `claim-${caseNo}` });
    expect([again.status, again.body.tasks[0]?.assignee?.id]).toEqual([200, 'yt-window']);
  });
});
