import { acceptedCase, openedCase, people, received } from '../../test/factories';
import {
  clockView,
  derivationSheet,
  eventWords,
  isTold,
  leadingClock,
  letterStateOf,
  publicProgress,
  whoseTurn,
} from '.';

const { window, review, head } = people;
const at = (date: string, time = '02:00:00.000') => ({ now: `${date}T${time}Z` });

describe('what the applicant is told', () => {
  it('is used, total and remaining days of the promised limit, and the expected date', () => {
    const { state } = acceptedCase();
    const progress = publicProgress(state, at('2026-03-05'));
    expect(progress.time).toMatchObject({ usedDays: 3, totalDays: 10, dueOn: '2026-03-16', provisional: false });
    expect(progress.time?.words).toBe('共 10 个工作日，已用 3 个工作日，剩余 7 个工作日');
    expect(progress.expected).toEqual({ on: '2026-03-16', certain: true, words: '预计 2026-03-16 前完成' });
    expect(progress.whoseTurn).toBe('经办机构正在办理');
    expect(progress.nextStep).toBe('复核');
  });

  it('does not announce the intake of a case that was accepted when it was registered', () => {
    const { state } = acceptedCase();
    const waiting = { ...state, tasks: {}, doers: {} };
    expect(publicProgress(waiting, at('2026-03-05')).nextStep).toBe('审核');
  });

  it('says so when the date can still move', () => {
    const { state } = acceptedCase(undefined, {});
    const late = publicProgress(state, at('2026-03-17')).expected;
    expect(late).toMatchObject({ certain: false, words: '应于 2026-03-16 前办结，现已超期' });
    const december = openedCase(undefined, { receivedOn: '2026-12-22' }, '2026-12-22');
    december.does(window, 'accept');
    expect(publicProgress(december.state, at('2026-12-23')).expected?.words).toContain('暂定');
  });

  it('names every missing paper and the day it is due', () => {
    const played = openedCase(undefined, { materials: received('identity') });
    played.does(window, 'requestSupplement');
    const { bring, whoseTurn: turn } = publicProgress(played.state, at('2026-03-03'));
    expect(bring).toMatchObject({ materials: ['申请表'], by: '2026-03-16', words: '请于 2026-03-16 前补交：申请表' });
    expect(turn).toBe('等待您补正材料');
  });

  it('gives the pause with its day and its cause', () => {
    const played = acceptedCase();
    played.on('2026-03-05').does(review, 'claim');
    played.does(review, 'pauseClock', { cause: 'hearing', reason: '听证' });
    const progress = publicProgress(played.state, at('2026-03-09'));
    expect(progress.paused).toEqual([
      { since: '2026-03-05', why: '听证', words: '自 2026-03-05 起因听证暂停计时，期间不计入办理时限' },
    ]);
    expect(progress.expected?.words).toBe('暂定 2026-03-16，恢复计时后顺延');
  });

  it('never identifies a clerk or anybody else', () => {
    const played = acceptedCase();
    played.does(review, 'claim');
    played.does(head, 'note', { text: '电话联系王五' });
    const told = JSON.stringify(publicProgress(played.state, at('2026-03-05')));
    for (const secret of [window.id, review.id, head.id, '王五', 'person-1', 'subject-of-zhang'])
      expect(told).not.toContain(secret);
  });
});

describe('a clock as people read it', () => {
  it('shows remaining days, light and the next rung', () => {
    const { state } = acceptedCase();
    const clock = leadingClock(state)!;
    expect(clockView(state, clock, at('2026-03-05'))).toMatchObject({
      id: 'promised',
      startWords: '受理',
      remainingWords: '剩余 7 个工作日',
      light: 'green',
      nextRung: { rung: 'half', on: '2026-03-09', at: '2026-03-09T00:30:00.000Z' },
    });
    expect(clockView(state, clock, at('2026-03-17'))).toMatchObject({
      remainingWords: '超期 1 个工作日',
      light: 'red',
    });
  });

  it('is frozen once it has ended and never turns red later', () => {
    const played = acceptedCase();
    played.on('2026-03-05').does(window, 'cancelApplication', { reason: '不办了' });
    const ended = Object.values(played.state.clocks).find((clock) => clock.state === 'met')!;
    const views = ['2026-03-05', '2028-01-01'].map((date) => clockView(played.state, ended, at(date)));
    expect(views[0]).toEqual(views[1]);
    expect(views[0]!.remaining).toBeUndefined();
  });

  it('is derived day by day', () => {
    const { state } = acceptedCase();
    const sheet = derivationSheet(state, leadingClock(state)!, at('2026-03-05'));
    expect(sheet.derivation.filter((day) => day.counted)).toHaveLength(10);
    expect(sheet.derivation.at(-1)).toMatchObject({ date: '2026-03-16', counted: true });
    expect(sheet.dueOn).toBe(sheet.clock.dueOn);
  });
});

describe('whose turn it is', () => {
  it('is the unit, then the holder, then the applicant', () => {
    const played = openedCase(undefined, { materials: received('identity') });
    expect(whoseTurn(played.state)).toMatchObject({ kind: 'unit', unit: 'zhifu' });
    played.does(window, 'claim');
    expect(whoseTurn(played.state)).toMatchObject({ kind: 'person', account: window.id });
    played.does(window, 'requestSupplement');
    expect(whoseTurn(played.state)).toMatchObject({ kind: 'applicant' });
  });
});

describe('the timeline', () => {
  it('speaks in the words of the trade and says nothing of the machine', () => {
    const played = openedCase();
    played.does(window, 'claim');
    played.does(window, 'accept');
    played.does(review, 'approve', { opinion: '同意' });
    const lines = played.run.events.filter(isTold).map((event) => eventWords(event, played.state, (id) => `〔${id}〕`));
    expect(lines[0]).toMatchObject({ label: '收件', detail: '张* 申请示例事项', step: '申办' });
    const labels = lines.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['签收', '受理', '审核通过', '进入环节', '开始计时']));
    expect(labels.filter((label) => label === '受理')).toHaveLength(1);
    for (const { label, detail } of lines) expect(`${label}${detail}`).not.toMatch(/undefined|taskOpened|stepSettled/);
  });
});

describe('a letter', () => {
  it('waits to be sent while something posts it, and then is sent until its receipt comes', () => {
    const letter = { letterNo: 'L01', state: 'queued', direction: 'out' } as const;
    const posting = { 'post:L01': { kind: 'effect', key: 'post:L01', effect: 'deliverLetter', input: {} } } as const;
    expect(letterStateOf(letter, posting)).toBe('待发送');
    expect(letterStateOf(letter, {})).toBe('已发出');
    expect(letterStateOf({ ...letter, state: 'delivered' }, {})).toBe('已送达');
    expect(letterStateOf({ ...letter, state: 'processed', direction: 'in' }, {})).toBe('已办理');
  });
});
