import { askApi } from './support/http';
import { clerks, type Clerk } from './support/clerk';
import { preview, today } from './support/deadlines';
import { somebody } from './support/persons';
import { sandbox } from './support/sandbox';
import { until } from './support/until';
import {
  hasTask,
  information,
  isConcluded,
  JINAN,
  open,
  QINGDAO,
  registration,
  SUZHOU,
  YANTAI,
} from './support/transfers';
import { caseOf, clockOf, documentsOf, letterOf, problemOf, type CaseView } from './support/views';

interface Progress {
  stateWords: string;
  whoseTurn: string;
  nextStep: string;
  time?: { totalDays: number; usedDays: number; dueOn: string };
  expected?: { on: string; words: string };
  result?: string;
}
const progressOf = async ({ caseNo, queryCode }: { caseNo: string; queryCode: string }): Promise<Progress> =>
  (await askApi<Progress>('GET', `/public/progress?caseNo=${caseNo}&queryCode=${queryCode}`)).body;

describe('烟台 to 青岛, two cases in two agencies', () => {
  const person = somebody();
  let window: Clerk, finance: Clerk, qingdao: Clerk, reviewer: Clerk;
  let out: CaseView, into: CaseView;

  beforeAll(async () => {
    [window, finance, qingdao, reviewer] = await clerks('yt-window', 'yt-finance', 'qd-window', 'qd-review');
  });

  it('registers the transfer out with a receipt, and tells the applicant that it is the agency’s turn', async () => {
    out = await open(window, 'YT-2.2', { place: QINGDAO, person });
    expect([out.state, out.stage]).toEqual(['received', '收件受理']);
    expect(documentsOf(out)).toEqual(['receipt']);
    expect(out.facts).toEqual([expect.objectContaining({ id: 'enrolment', value: 'suspended', holds: true })]);
    expect(await progressOf(out)).toMatchObject({ stateWords: '已接件', whoseTurn: '经办机构正在办理' });
  });

  it('issues the certificate at the moment of acceptance and lets 青岛 have it', async () => {
    const accepted = await window.act(out.caseNo, 'accept');
    expect(accepted.state).toBe('accepted');
    expect(documentsOf(accepted)).toEqual(expect.arrayContaining(['acceptanceNotice', 'enrolmentCertificate']));
    const awaited = clockOf(accepted, 'contactLetterAwaited');
    expect([awaited.startedOn, awaited.dueOn]).toEqual([today(), (await preview(today(), 15)).dueOn]);
    const sent = await window.waitFor(out.caseNo, 'certificate delivered', (view) => {
      return letterOf(view, 'enrolmentCertificate').state === 'delivered';
    });
    expect(sent.whoseTurn).toMatchObject({ kind: 'otherAgency' });
    expect((await progressOf(out)).whoseTurn).toContain('等待对方经办机构');
    const { body } = await qingdao.get<{ letters: { letterNo: string }[] }>('/api/exchange/unmatched');
    expect(body.letters.map((one) => one.letterNo)).toContain(letterOf(sent, 'enrolmentCertificate').letterNo);
  });

  it('finds the certificate that came first when 青岛 registers the transfer in, and answers it after the review', async () => {
    into = await open(qingdao, 'QD-3.2', { place: YANTAI, person, acceptNow: true });
    expect([into.state, into.stage]).toEqual(['inReview', '审核']);
    const limit = clockOf(into, 'inProvinceLimit');
    expect([limit.startedOn, limit.dueOn]).toEqual([today(), (await preview(today(), 9)).dueOn]);
    const known = await qingdao.waitFor(into.caseNo, 'certificate found', (view) => view.letters.length > 0);
    expect(letterOf(known, 'enrolmentCertificate')).toMatchObject({ direction: 'in', other: YANTAI });
    const approved = await reviewer.act(into.caseNo, 'approve', { input: { opinion: '符合规定' } });
    const contact = letterOf(approved, 'contactLetter');
    expect([contact.direction, contact.inReplyTo]).toEqual(['out', letterOf(known, 'enrolmentCertificate').letterNo]);
    await reviewer.waitFor(into.caseNo, 'the turn of 烟台', (view) => {
      return view.whoseTurn.words === '等待对方发来《基本医疗保险转移类型变更信息表》';
    });
  });

  it('gives 烟台 10 working days from the receipt of the contact letter, and promises 8', async () => {
    const waiting = await window.waitFor(out.caseNo, 'contact letter', hasTask('prepareInformationForm'));
    expect(clockOf(waiting, 'contactLetterAwaited').state).toBe('met');
    expect([waiting.statutoryDueOn, waiting.promisedDueOn]).toEqual([
      (await preview(today(), 10)).dueOn,
      (await preview(today(), 8)).dueOn,
    ]);
    expect(letterOf(waiting, 'contactLetter')).toMatchObject({ receivedOn: today(), state: 'received' });
    const { time, expected } = await progressOf(out);
    expect(time).toMatchObject({ totalDays: 8, usedDays: 0, dueOn: waiting.promisedDueOn });
    expect(expected?.words).toBe(`预计 ${waiting.promisedDueOn} 前完成`);
  });

  it('meets the limit by the posting of the information form, and sends its receipt for the contact letter', async () => {
    const posted = await window.act(out.caseNo, 'sendInformationForm', { input: information });
    expect(clockOf(posted, 'informationForm')).toMatchObject({ state: 'met', endedOn: today(), usedDays: 0 });
    expect(letterOf(posted, 'informationForm').body).toMatchObject({
      paidMonths: 82,
      accountBalanceFen: 598_743,
      periods: [{ from: '2018-06', to: '2025-03', months: 82 }],
    });
    expect(hasTask('settlePersonalAccount')(posted)).toBe(true);
    await reviewer.waitFor(into.caseNo, 'contact letter processed', (view) => {
      return letterOf(view, 'contactLetter').state === 'processed';
    });
  });

  it('pays the account over once and concludes in 烟台', async () => {
    await finance.act(out.caseNo, 'settleAccount', { input: { treatment: 'transfer', amountFen: 598_743 } });
    const done = await window.waitFor(out.caseNo, 'concluded', isConcluded);
    expect([done.state, done.outcome, done.concludedOn]).toEqual(['concluded', 'completed', today()]);
    expect(documentsOf(done)).toContain('conclusionNotice');
    const paid = (await sandbox.payments()).filter((one) => one.caseNo === out.caseNo);
    expect(paid).toEqual([expect.objectContaining({ kind: 'accountTransfer', amountFen: 598_743, status: 'done' })]);
    expect(await progressOf(out)).toMatchObject({ stateWords: '已办结', result: '办结' });
  });

  it('enters the periods once and concludes in 青岛 within its limit', async () => {
    await reviewer.waitFor(into.caseNo, 'information form', hasTask('registerTransferIn'));
    await reviewer.act(into.caseNo, 'completeTransferIn', { input: registration });
    const done = await reviewer.waitFor(into.caseNo, 'concluded', isConcluded);
    expect(clockOf(done, 'inProvinceLimit')).toMatchObject({ state: 'met', endedOn: today() });
    const entered = (await sandbox.transfers()).filter((one) => one.caseNo === into.caseNo);
    expect(entered).toEqual([expect.objectContaining({ months: 82 })]);
    await window.waitFor(
      out.caseNo,
      'form processed',
      (view) => letterOf(view, 'informationForm').state === 'processed',
    );
  });

  it('tells both stories in the trade’s words, in order and without a gap', async () => {
    const told = await window.timeline(out.caseNo);
    const order = ['收件', '受理', '发函', '函件送达', '收函', '发出变更信息表', '发函', '办理划转或提取', '办结'];
    let at = -1;
    for (const label of order) {
      at = told.findIndex((entry, place) => place > at && entry.label === label);
      expect([label, at]).not.toEqual([label, -1]);
    }
    const numbers = told.flatMap((entry) => entry.seq ?? []);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(told.map((entry) => entry.occurredOn))).toEqual(new Set([today()]));
    expect(told.find((entry) => entry.step === '受理')?.by.name).toBe('烟台市窗口经办甲');
    const other = await reviewer.timeline(into.caseNo);
    expect(other.map((entry) => entry.label)).toEqual(expect.arrayContaining(['函件先到', '发函', '收函', '办结']));
  });

  it('is served, and ends: what comes after is told that it is closed', async () => {
    const served = await window.act(out.caseNo, 'serve');
    expect(served).toMatchObject({ ended: true, whoseTurn: { kind: 'finished' } });
    const late = await window.attempt(out.caseNo, 'note', { input: { text: '迟到的备注' } });
    expect([late.status, problemOf(late).code]).toEqual([409, 'CASE_CLOSED']);
  });
});

describe('the other items of the family', () => {
  let window: Clerk, finance: Clerk, qingdao: Clerk, reviewer: Clerk;
  beforeAll(async () => {
    [window, finance, qingdao, reviewer] = await clerks('yt-window', 'yt-finance', 'qd-window', 'qd-review');
  });
  afterAll(() => sandbox.noFaults());

  it('YT-2.1 is the certificate alone: registered, accepted, issued and ended in one request', async () => {
    const done = await open(window, 'YT-2.1', { place: JINAN, acceptNow: true });
    expect([done.state, done.outcome, done.ended]).toEqual(['concluded', 'completed', true]);
    expect(letterOf(done, 'enrolmentCertificate')).toMatchObject({ other: JINAN, direction: 'out' });
    await until('in 济南', sandbox.letters, (letters) =>
      letters.some((one) => one.letterNo === done.letters[0]?.letterNo && one.state === 'delivered'),
    );
  });

  it('YT-2.3 sends the contact letter at once and has 10 working days from the information form', async () => {
    const opened = await open(window, 'YT-2.3', {
      place: JINAN,
      acceptNow: true,
      form: { certificateNo: 'JN-2025-1' },
    });
    expect(letterOf(opened, 'contactLetter')).toMatchObject({ other: JINAN, body: { certificateNo: 'JN-2025-1' } });
    const due = (await preview(today(), 10)).dueOn;
    const ready = await window.waitFor(opened.caseNo, 'form of 济南', hasTask('registerTransferIn'));
    expect([clockOf(ready, 'transferIn').dueOn, ready.promisedDueOn]).toEqual([due, (await preview(today(), 8)).dueOn]);
    await window.act(opened.caseNo, 'completeTransferIn', { input: registration });
    await window.waitFor(opened.caseNo, 'concluded', isConcluded);
  });

  it('QD-3.1 applied for online is reviewed by the system, without a person’s task', async () => {
    const opened = await open(qingdao, 'QD-3.1', { place: SUZHOU, channel: 'online', acceptNow: true });
    expect([opened.state, opened.tasks]).toEqual(['accepted', []]);
    expect(letterOf(opened, 'enrolmentCertificate').other).toBe(SUZHOU);
    const reply = await reviewer.waitFor(opened.caseNo, 'letter of 苏州', hasTask('prepareInformationForm'));
    expect(letterOf(reply, 'contactLetter').other).toBe(SUZHOU);
  });

  it('QD-3.1 at the window waits for a reviewer, who is not the window clerk', async () => {
    const opened = await open(qingdao, 'QD-3.1', { place: JINAN, acceptNow: true });
    const refused = await qingdao.attempt(opened.caseNo, 'approve');
    expect([refused.status, problemOf(refused).detail]).toEqual([403, '此环节由审核办理']);
    expect((await reviewer.act(opened.caseNo, 'approve')).letters).toHaveLength(1);
  });

  it('counts 9 working days inside the province and 15 outside, over the holidays of 2025', async () => {
    const near = await open(qingdao, 'QD-3.1', { place: JINAN, receivedAt: '2025-04-24' });
    const within = await qingdao.act(near.caseNo, 'accept', { occurredOn: '2025-04-24' });
    // 25 (Fri) 1, 27 (Sun, worked) 2, 28–30 5, May 1–5 off, 6–9 9
    expect(clockOf(within, 'inProvinceLimit')).toMatchObject({ startedOn: '2025-04-24', dueOn: '2025-05-09' });
    const far = await open(qingdao, 'QD-3.1', { place: SUZHOU, receivedAt: '2025-09-24' });
    const outside = await qingdao.act(far.caseNo, 'accept', { occurredOn: '2025-09-24' });
    // 25, 26 2, 28 (Sun, worked) 3, 29, 30 5, Oct 1–8 off, 9, 10 7, 11 (Sat, worked) 8, 13–17 13, 20, 21 15
    expect(clockOf(outside, 'outOfProvinceLimit')).toMatchObject({ startedOn: '2025-09-24', dueOn: '2025-10-21' });
  });

  it('refuses acceptance while the person is still enrolled, with that reason, and says so in a document', async () => {
    const person = somebody('吕㙓');
    await sandbox.enrolment({ idNumber: person.idNumber, region: YANTAI, status: 'enrolled', paidMonths: 120 });
    const opened = await open(window, 'YT-2.2', { place: QINGDAO, person, acceptNow: true });
    expect(opened.state).toBe('received');
    const refused = problemOf(await window.attempt(opened.caseNo, 'accept'));
    expect(refused).toMatchObject({ status: 409, code: 'FACT_NOT_SATISFIED' });
    expect(refused.detail).toBe('尚未办理停保手续，不能转出；请先在原参保地办理停保');
    const offered = opened.actions.find((one) => one.action === 'accept');
    expect([offered?.allowed, offered?.reason]).toEqual([false, refused.detail]);
    const closed = await window.act(opened.caseNo, 'refuse', { input: { reason: '请先停保' } });
    expect([closed.state, closed.stateWords]).toEqual(['notAccepted', '不予受理']);
    expect(closed.outcomeReason).toBe('尚未办理停保手续，不能转出；请先在原参保地办理停保；请先停保');
    expect(documentsOf(closed)).toContain('nonAcceptanceNotice');
    expect(closed.letters).toEqual([]);
  });

  it('is accepted when the person has stopped since: the fact is asked again', async () => {
    const person = somebody();
    await sandbox.enrolment({ idNumber: person.idNumber, region: YANTAI, status: 'enrolled' });
    const opened = await open(window, 'YT-2.2', { place: JINAN, person });
    await sandbox.enrolment({ idNumber: person.idNumber, region: YANTAI, status: 'suspended', suspendedOn: today() });
    const accepted = await window.act(opened.caseNo, 'accept');
    expect([accepted.state, accepted.facts[0]?.detail]).toEqual(['accepted', `已停保（自 ${today()}）`]);
  });

  it('brings what the fund rejects back to the clerk, and pays the balance out to the person’s own account', async () => {
    const opened = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    await window.waitFor(opened.caseNo, 'letter of 济南', hasTask('prepareInformationForm'));
    await window.act(opened.caseNo, 'sendInformationForm', { input: { ...information, accountTreatment: 'withdraw' } });
    await sandbox.faults('fund', { rejected: 1 });
    const account = { treatment: 'withdraw', amountFen: 598_743, bankAccount: '6222020200112233445' };
    await finance.act(opened.caseNo, 'settleAccount', { input: account });
    const back = await finance.waitFor(opened.caseNo, 'rejected and back', (view) => {
      return view.tasks[0]?.key === 'settlePersonalAccount#2';
    });
    expect(back.outcome).toBeNull();
    caseOf(await finance.attempt(opened.caseNo, 'settleAccount', { input: account }));
    await finance.waitFor(opened.caseNo, 'concluded', isConcluded);
    const paid = (await sandbox.payments()).filter((one) => one.caseNo === opened.caseNo);
    expect(paid.map(({ kind, status }) => [kind, status])).toEqual([
      ['accountWithdrawal', 'rejected'],
      ['accountWithdrawal', 'done'],
    ]);
    expect(paid[1]?.payeeRef).toContain('6222020200112233445');
  });
});
