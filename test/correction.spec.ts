import { clerks, type Clerk } from './support/clerk';
import { preview, today } from './support/deadlines';
import { hasTask, information, JINAN, open, SUZHOU } from './support/transfers';
import { clockOf, documentsOf, problemOf, type CaseView } from './support/views';

const reasonOf = (view: CaseView, action: string) => view.actions.find((one) => one.action === action)?.reason;

describe('补正 before acceptance', () => {
  let window: Clerk, head: Clerk, supervisor: Clerk;
  let view: CaseView;
  beforeAll(async () => {
    [window, head, supervisor] = await clerks('yt-window', 'yt-head', 'yt-supervise');
    view = await open(window, 'YT-2.3', { place: JINAN, materials: [], receivedAt: '2025-04-24' });
  });

  it('refuses acceptance and says what is missing', async () => {
    const refused = problemOf(await window.attempt(view.caseNo, 'accept'));
    expect([refused.status, refused.code]).toEqual([409, 'MATERIALS_INCOMPLETE']);
    expect(refused.detail).toBe('缺少：原参保地医保经办机构的《基本医疗保险参保凭证》');
    expect(reasonOf(view, 'accept')).toBe(refused.detail);
  });

  it('names everything missing in one notice, which has a limit of its own and starts nothing statutory', async () => {
    const asked = await window.act(view.caseNo, 'requestSupplement', {
      occurredOn: '2025-04-24',
      input: { asked: '请带原件' },
    });
    expect([asked.stateWords, asked.whoseTurn.kind]).toEqual(['待补正', 'applicant']);
    expect(asked.openNotice).toMatchObject({ missing: ['enrolmentCertificate'], requestedOn: '2025-04-24' });
    // 25 1, 27 (Sun, worked) 2, 28–30 5, May 1–5 off, 6–9 9, 12 10
    expect(clockOf(asked, 'supplement')).toMatchObject({ startedOn: '2025-04-24', dueOn: '2025-05-12' });
    expect([asked.statutoryDueOn, asked.promisedDueOn]).toEqual([null, null]);
    const notice = asked.documents.find((one) => one.type === 'supplementNotice');
    const sheet = await window.get(`/api/cases/${view.caseNo}/documents/${notice?.documentNo}`);
    expect(sheet.body).toMatchObject({
      name: '一次性告知书',
      data: { asked: '请带原件', missing: [{ name: '原参保地医保经办机构的《基本医疗保险参保凭证》' }] },
    });
  });

  it('does not ask twice while the answer is awaited', async () => {
    const again = problemOf(await window.attempt(view.caseNo, 'requestSupplement', { input: { reason: '再问' } }));
    expect([again.status, again.detail]).toEqual([409, '已告知补正，等待补正材料']);
  });

  it('goes on when the papers come, on the day they came', async () => {
    const early = problemOf(
      await window.attempt(view.caseNo, 'receiveSupplement', {
        occurredOn: '2025-04-23',
        input: { materials: ['enrolmentCertificate'] },
      }),
    );
    expect(early.code).toBe('DATE_BEFORE_FACT');
    const supplied = await window.act(view.caseNo, 'receiveSupplement', {
      occurredOn: '2025-05-06',
      input: { materials: ['enrolmentCertificate'] },
    });
    expect(supplied.stateWords).toBe('已接件');
    // 25, 27, 28, 29, 30 April and 6 May
    expect(clockOf(supplied, 'supplement')).toMatchObject({ state: 'met', endedOn: '2025-05-06', usedDays: 6 });
    const accepted = await window.act(view.caseNo, 'accept', { occurredOn: '2025-05-06' });
    expect([accepted.acceptedOn, accepted.letters[0]?.type]).toEqual(['2025-05-06', 'contactLetter']);
  });

  it('lets a second notice pass only with the reason of the head or the supervisor', async () => {
    const other = await open(window, 'YT-2.2', { place: JINAN, materials: [] });
    await window.act(other.caseNo, 'requestSupplement');
    await window.act(other.caseNo, 'receiveSupplement', { input: { materials: ['identityCard'] } });
    await window.act(other.caseNo, 'saveForm', {
      input: { materials: [{ id: 'applicantIdentity', status: 'missing' }] },
    });
    const refused = problemOf(
      await window.attempt(other.caseNo, 'requestSupplement', { input: { reason: '再要一次' } }),
    );
    expect([refused.status, refused.code]).toEqual([409, 'SUPPLEMENT_REASON_REQUIRED']);
    const without = problemOf(await head.attempt(other.caseNo, 'requestSupplement'));
    expect([without.status, without.errors[0]?.field]).toEqual([400, 'input.reason']);
    const asked = await supervisor.act(other.caseNo, 'requestSupplement', { input: { reason: '证件复印件不清' } });
    expect(documentsOf(asked).filter((type) => type === 'supplementNotice')).toHaveLength(2);
  });

  it('is ended by the clerk once the limit is over, and not a day before', async () => {
    const given = { place: JINAN, materials: [] };
    const fresh = await open(window, 'YT-2.2', given);
    await window.act(fresh.caseNo, 'requestSupplement');
    const early = problemOf(await window.attempt(fresh.caseNo, 'closeUnsupplemented'));
    expect([early.status, early.detail]).toEqual([409, '补正期限未满']);
    const old = await open(window, 'YT-2.2', { ...given, receivedAt: '2025-04-24' });
    await window.act(old.caseNo, 'requestSupplement', { occurredOn: '2025-04-24' });
    const ended = await window.act(old.caseNo, 'closeUnsupplemented');
    expect([ended.outcome, ended.outcomeReason]).toEqual(['notAccepted', '逾期未补正材料']);
    expect(documentsOf(ended)).toContain('nonAcceptanceNotice');
  });
});

describe('补正 and 特别程序 after acceptance in 青岛', () => {
  let window: Clerk, reviewer: Clerk;
  let view: CaseView;
  beforeAll(async () => {
    [window, reviewer] = await clerks('qd-window', 'qd-review');
    view = await open(window, 'QD-3.1', { place: SUZHOU, receivedAt: '2025-09-10' });
    view = await window.act(view.caseNo, 'accept', { occurredOn: '2025-09-10' });
  });

  it('counts 15 working days from acceptance to begin with', () => {
    // 11, 12 2, 15–19 7, 22–26 12, 28 (Sun, worked) 13, 29 14, 30 15
    expect(clockOf(view, 'outOfProvinceLimit')).toMatchObject({ startedOn: '2025-09-10', dueOn: '2025-09-30' });
  });

  it('stops while the applicant is asked, and the light is grey', async () => {
    const asked = await reviewer.act(view.caseNo, 'requestSupplement', {
      occurredOn: '2025-09-12',
      input: { materials: ['applicantIdentity'], asked: '证件过期' },
    });
    expect([asked.paused, asked.light, asked.remainingWords]).toEqual([true, 'grey', '暂停中']);
    expect(asked.pauses).toEqual([expect.objectContaining({ cause: 'supplement', openedOn: '2025-09-12' })]);
    // the pause has its own limit: 15–19 5, 22–26 10
    expect(asked.pauses[0]?.limitOn).toBe('2025-09-26');
  });

  it('leaves the days between uncounted: the due date moves by exactly those', async () => {
    const supplied = await window.act(view.caseNo, 'receiveSupplement', {
      occurredOn: '2025-09-19',
      input: { materials: ['identityDocument'] },
    });
    // 11, 12 2; 15–19 paused; 22–26 7, 28 8, 29, 30 10, Oct 1–8 off, 9, 10 12, 11 (Sat, worked) 13, 13, 14 15
    expect(clockOf(supplied, 'outOfProvinceLimit')).toMatchObject({ state: 'running', dueOn: '2025-10-14' });
    const sheet = await reviewer.derivation(view.caseNo, 'outOfProvinceLimit');
    const paused = sheet.derivation.filter((day) => day.reason === 'paused').map((day) => day.date);
    expect(paused).toEqual(
      expect.arrayContaining(['2025-09-15', '2025-09-16', '2025-09-17', '2025-09-18', '2025-09-19']),
    );
    expect(paused.every((day) => day > '2025-09-12' && day <= '2025-09-19')).toBe(true);
    expect(sheet.derivation.filter((day) => day.counted)).toHaveLength(15);
    const beside = await preview('2025-09-10', 15, { pauses: [{ from: '2025-09-12', to: '2025-09-19' }] });
    expect([sheet.dueOn, beside.dueOn]).toEqual(['2025-10-14', '2025-10-14']);
    expect(sheet.derivation.map(({ date, counted, reason }) => [date, counted, reason])).toEqual(
      beside.derivation.map(({ date, counted, reason }) => [date, counted, reason]),
    );
  });

  it('costs nothing when the paper comes on the day of the notice', async () => {
    const fresh = await open(window, 'QD-3.1', { place: SUZHOU, receivedAt: '2025-09-10' });
    await window.act(fresh.caseNo, 'accept', { occurredOn: '2025-09-10' });
    const input = { materials: ['applicantIdentity'] };
    await reviewer.act(fresh.caseNo, 'requestSupplement', { occurredOn: '2025-09-12', input });
    const same = await window.act(fresh.caseNo, 'receiveSupplement', { occurredOn: '2025-09-12', input });
    expect(clockOf(same, 'outOfProvinceLimit').dueOn).toBe('2025-09-30');
  });

  it('stops for a special procedure only with its document, and goes on when resumed', async () => {
    const fresh = await open(window, 'QD-3.1', { place: SUZHOU, receivedAt: '2025-09-10' });
    await window.act(fresh.caseNo, 'accept', { occurredOn: '2025-09-10' });
    const input = { cause: 'specialProcedure', reason: '异地协查' };
    const without = problemOf(await reviewer.attempt(fresh.caseNo, 'pauseClock', { input }));
    expect([without.status, without.errors[0]?.field]).toEqual([400, 'input.documentNo']);
    const stopped = await reviewer.act(fresh.caseNo, 'pauseClock', {
      occurredOn: '2025-09-11',
      input: { ...input, documentNo: '青医保协〔2025〕1号' },
    });
    expect(stopped.paused).toBe(true);
    const resumed = await reviewer.act(fresh.caseNo, 'resumeClock', { occurredOn: '2025-09-18' });
    // 11 1; 12–18 paused; 19 2, 22–26 7, 28 8, 29, 30 10, Oct 9, 10 12, 11 13, 13, 14 15
    expect(clockOf(resumed, 'outOfProvinceLimit')).toMatchObject({ state: 'running', dueOn: '2025-10-14' });
    expect((await reviewer.timeline(fresh.caseNo)).map((entry) => entry.step)).toEqual(
      expect.arrayContaining(['特别程序开始', '特别程序结束']),
    );
  });
});

describe('work that moves between people', () => {
  let window: Clerk, second: Clerk, head: Clerk, reviewer: Clerk, qingdao: Clerk;
  beforeAll(async () => {
    [window, second, head, reviewer, qingdao] = await clerks(
      'yt-window',
      'yt-window2',
      'yt-head',
      'qd-review',
      'qd-window',
    );
  });
  const inbox = async (clerk: Clerk, caseNo: string) =>
    (
      await clerk.get<{ messages: { caseNo: string; kind: string; text: string }[] }>('/api/inbox?limit=100')
    ).body.messages.filter((one) => one.caseNo === caseNo);

  it('is claimed by one, refused to the other, and free again when released', async () => {
    const { caseNo } = await open(window, 'YT-2.2', { place: JINAN });
    expect((await window.act(caseNo, 'claim')).tasks[0]?.assignee?.id).toBe('yt-window');
    const refused = problemOf(await second.attempt(caseNo, 'accept'));
    expect([refused.status, refused.code, refused.detail]).toEqual([403, 'TASK_NOT_YOURS', '该待办由他人办理']);
    expect((await window.act(caseNo, 'release')).tasks[0]?.assignee).toBeNull();
    expect((await second.act(caseNo, 'accept')).acceptedOn).toBe(today());
  });

  it('is handed over with a message to whom it goes, and only to who can do it', async () => {
    const { caseNo } = await open(window, 'YT-2.2', { place: JINAN });
    await window.act(caseNo, 'claim');
    const wrong = problemOf(await window.attempt(caseNo, 'handOver', { input: { to: 'yt-finance' } }));
    expect([wrong.status, wrong.code]).toEqual([409, 'TASK_ASSIGNEE_INVALID']);
    const unknown = problemOf(await window.attempt(caseNo, 'handOver', { input: { to: 'qd-window' } }));
    expect([unknown.status, unknown.errors]).toEqual([
      400,
      [expect.objectContaining({ field: 'input.to', message: '没有这个人员' })],
    ]);
    const moved = await window.act(caseNo, 'handOver', { input: { to: 'yt-window2', reason: '休假' } });
    expect(moved.tasks[0]?.assignee?.id).toBe('yt-window2');
    expect((await inbox(second, caseNo)).map((one) => one.text)).toEqual([expect.stringContaining('已转办给您')]);
  });

  it('is delegated and comes back: meanwhile the one who gave it may not finish it', async () => {
    const { caseNo } = await open(window, 'YT-2.2', { place: JINAN });
    await window.act(caseNo, 'claim');
    const away = await window.act(caseNo, 'delegate', { input: { to: 'yt-window2' } });
    expect([away.tasks[0]?.assignee?.id, away.tasks[0]?.delegatedBy?.id]).toEqual(['yt-window2', 'yt-window']);
    expect((await window.attempt(caseNo, 'accept')).status).toBe(403);
    expect(problemOf(await second.attempt(caseNo, 'accept')).detail).toContain('委派期间');
    const back = await second.act(caseNo, 'returnDelegation');
    expect([back.tasks[0]?.assignee?.id, back.tasks[0]?.delegatedBy]).toEqual(['yt-window', undefined]);
    expect((await inbox(window, caseNo)).map((one) => one.text)).toEqual([expect.stringContaining('委派已交回')]);
  });

  it('waits for the co-signer who signs before, and completes with the one who signs after', async () => {
    const { caseNo } = await open(window, 'YT-2.2', { place: JINAN });
    await window.act(caseNo, 'claim');
    await window.act(caseNo, 'addCosigner', { input: { to: 'yt-head', position: 'before' } });
    await window.act(caseNo, 'addCosigner', { input: { to: 'yt-window2', position: 'after' } });
    const pending = problemOf(await window.attempt(caseNo, 'accept'));
    expect([pending.status, pending.code]).toEqual([409, 'TASK_COSIGN_PENDING']);
    await head.act(caseNo, 'cosign', { input: { opinion: '同意' } });
    const waiting = await window.act(caseNo, 'accept');
    const signed = await second.act(caseNo, 'cosign', { input: { opinion: '已核' } });
    expect(waiting.tasks.length === 0 || waiting.tasks[0]?.awaitingCosigners).toBe(true);
    expect([signed.state, signed.tasks]).toEqual(['accepted', []]);
    expect(
      (await window.timeline(caseNo)).filter((entry) => entry.type === 'taskCosigned').map((one) => one.by.id),
    ).toEqual(['yt-head', 'yt-window2']);
  });

  it('is reminded of in the inbox of whoever holds it, and noted in the timeline', async () => {
    const { caseNo } = await open(window, 'YT-2.2', { place: JINAN });
    await second.act(caseNo, 'claim');
    const reminded = await head.act(caseNo, 'remind', { input: { text: '申请人在等' } });
    expect(reminded.tasks[0]?.reminders).toBe(1);
    expect((await inbox(second, caseNo))[0]).toMatchObject({
      kind: 'taskReminded',
      text: expect.stringContaining('申请人在等'),
    });
    await head.act(caseNo, 'note', { input: { text: '电话已告知申请人' } });
    expect((await window.timeline(caseNo)).at(-1)).toMatchObject({
      label: '备注',
      detail: '电话已告知申请人',
      by: { id: 'yt-head' },
    });
  });

  it('makes no open form stale by a reminder or a note', async () => {
    const { caseNo, version } = await open(window, 'YT-2.2', { place: JINAN });
    await head.act(caseNo, 'remind');
    await head.act(caseNo, 'note', { input: { text: '备注' } });
    expect((await window.act(caseNo, 'accept', { version })).acceptedOn).toBe(today());
  });

  it('is not taken back once the acceptance was told or a letter has left the house', async () => {
    const opened = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    const ready = await window.waitFor(opened.caseNo, 'letter of 济南', hasTask('prepareInformationForm'));
    await window.act(ready.caseNo, 'sendInformationForm', { input: information });
    const back = problemOf(await window.attempt(ready.caseNo, 'withdraw'));
    expect([back.status, back.code]).toEqual([409, 'ACTION_NOT_ALLOWED']);
    const other = await open(qingdao, 'QD-3.1', { place: JINAN, acceptNow: true });
    const sent = problemOf(await reviewer.attempt(other.caseNo, 'withdraw'));
    expect([sent.status, sent.code]).toEqual([409, 'ACTION_NOT_ALLOWED']);
  });

  it('is withdrawn by the applicant at any time before the end, with the reason, and the clocks stop', async () => {
    const opened = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    const ready = await window.waitFor(opened.caseNo, 'letter of 济南', hasTask('prepareInformationForm'));
    const ended = await window.act(ready.caseNo, 'cancelApplication', { input: { reason: '本人要求撤回' } });
    expect([ended.stateWords, ended.outcomeReason, ended.tasks]).toEqual(['撤销申请', '本人要求撤回', []]);
    expect(ended.clocks.map((one) => one.state)).not.toContain('running');
    expect(clockOf(ended, 'informationForm').state).toBe('cancelled');
  });
});
