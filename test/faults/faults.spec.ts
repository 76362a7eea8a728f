import { randomUUID } from 'node:crypto';
import { clerks, type Clerk } from '../support/clerk';
import { type Answer } from '../support/http';
import { runMinute } from '../support/operations';
import { sandbox } from '../support/sandbox';
import { control, holdWrites, query, restore, type Process } from '../support/system';
import { until } from '../support/until';
import { verifyAll } from '../support/verify';
import {
  application,
  hasTask,
  information,
  isConcluded,
  JINAN,
  open,
  QINGDAO,
  registration,
  YANTAI,
} from '../support/transfers';
import { somebody } from '../support/persons';
import { letterOf, problemOf, type CaseView } from '../support/views';

let window: Clerk, second: Clerk, finance: Clerk, qingdao: Clerk, reviewer: Clerk;
beforeAll(async () => {
  [window, second, finance, qingdao, reviewer] = await clerks(
    'yt-window',
    'yt-window2',
    'yt-finance',
    'qd-window',
    'qd-review',
  );
});
afterEach(async () => {
  await restore();
  await sandbox.noFaults();
});

const once = async (clerk: Clerk, caseNo: string, type: string): Promise<number> =>
  (await clerk.timeline(caseNo)).filter((entry) => entry.type === type).length;

/** Asks again with the same key, as docs/http.md says, until something other than 503 comes. */
const patiently = (what: string, ask: () => Promise<Answer<CaseView>>): Promise<Answer<CaseView>> =>
  until(what, ask, (answer) => answer.status !== 503 && answer.status !== 500, 45);

describe.each<Process>(['worker', 'temporal', 'postgres'])('kill -9 of %s in the middle of a transfer', (name) => {
  it('answers 503 with Retry-After within 10 s; the same keys succeed when it is back; nothing is lost or doubled', async () => {
    const person = somebody();
    const out = await open(window, 'YT-2.2', { place: QINGDAO, person });
    const [acceptKey, openKey] = [randomUUID(), randomUUID()];
    const accept = () => window.attempt(out.caseNo, 'accept', { version: out.version, key: acceptKey });
    const body = application('QD-3.2', { place: YANTAI, person, acceptNow: true });
    const register = () => qingdao.open(body, openKey);

    await control(name, 'kill');
    const meanwhile = await Promise.all([accept(), register()]);
    for (const answer of meanwhile) {
      expect([name, answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([name, 503, true]);
      expect(answer.took).toBeLessThan(10_000);
      expect(['SERVICE_UNAVAILABLE', 'FACT_UNAVAILABLE']).toContain(problemOf(answer).code);
    }
    const reading = await window.get(`/api/cases/${out.caseNo}`);
    expect([name, reading.status]).toEqual([name, name === 'postgres' ? 503 : 200]);
    await control(name, 'start');
    await restore();

    const accepted = await patiently('accepted', accept);
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
    const into = await patiently('registered', register);
    expect(into.status).toBe(201);
    expect([(await accept()).body.version, (await register()).body.caseNo]).toEqual([
      accepted.body.version,
      into.body.caseNo,
    ]);
    expect(await once(window, out.caseNo, 'accepted')).toBe(1);

    const { caseNo } = into.body;
    await reviewer.act(caseNo, 'approve');
    await window.waitFor(out.caseNo, 'contact letter', hasTask('prepareInformationForm'), 60);
    await window.act(out.caseNo, 'sendInformationForm', { input: information });
    await reviewer.waitFor(caseNo, 'form', hasTask('registerTransferIn'), 60);
    await reviewer.act(caseNo, 'completeTransferIn', { input: registration });
    await finance.act(out.caseNo, 'settleAccount', { input: { treatment: 'transfer', amountFen: 598_743 } });
    await window.waitFor(out.caseNo, 'concluded', isConcluded, 60);
    await reviewer.waitFor(caseNo, 'concluded', isConcluded, 60);
    expect((await sandbox.payments()).filter((one) => one.caseNo === out.caseNo)).toHaveLength(1);
    expect((await sandbox.transfers()).filter((one) => one.caseNo === caseNo)).toHaveLength(1);
    const sent = (await sandbox.letters()).filter((one) =>
      [out.caseNo, caseNo].some((no) => one.letterNo.startsWith(no)),
    );
    expect(sent.map((one) => one.type).sort()).toEqual(['contactLetter', 'enrolmentCertificate', 'informationForm']);
  });
});

describe('worker, engine and API killed together at any moment', () => {
  const rounds = [60, 300];

  it.each(rounds)('after %d ms of load loses nothing that was answered and does nothing twice', async (moment) => {
    const views = await Promise.all(Array.from({ length: 6 }, () => open(window, 'YT-2.2', { place: JINAN })));
    const acts = views.flatMap(({ caseNo, version }, at) => {
      const [noteKey, actKey] = [randomUUID(), randomUUID()];
      const clerk = at % 2 ? window : second;
      return [
        () => clerk.attempt(caseNo, at % 3 ? 'claim' : 'accept', { version, key: actKey }),
        () => window.attempt(caseNo, 'note', { version, key: noteKey, input: { text: `第 ${at} 件` } }),
      ];
    });
    const answers = acts.map((act) => act().catch(() => undefined));
    await new Promise((resolve) => setTimeout(resolve, moment));
    await Promise.all((['api', 'worker', 'temporal'] as const).map((name) => control(name, 'kill')));
    const before = await Promise.all(answers);
    await control('temporal', 'start');
    await Promise.all([control('worker', 'start'), control('api', 'start')]);

    for (const [at, act] of acts.entries()) {
      const first = before[at];
      const answer = await patiently('answered after the restart', act);
      const kept = first?.status !== 200 || answer.body.seq === first.body.seq;
      expect([kept, [200, 409].includes(answer.status)]).toEqual([true, true]);
    }
    for (const { caseNo } of views) {
      const told = await window.timeline(caseNo);
      const numbers = told.flatMap((entry) => entry.seq ?? []);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const type of ['accepted', 'taskClaimed', 'noteAdded'])
        expect([type, told.filter((entry) => entry.type === type).length <= 1]).toEqual([type, true]);
    }
  });

  /** The rows are committed, and worker, engine and API die before the task is completed: nobody was answered. */
  async function writtenAndNotCompleted(view: CaseView, key: string): Promise<void> {
    const held = await holdWrites(view.caseNo);
    const lost = window.attempt(view.caseNo, 'accept', { version: view.version, key }).catch(() => undefined);
    await until('the write waits', held.blocked, (blocked) => blocked);
    await control('temporal', 'kill');
    await held.release();
    await until(
      'written',
      () => written(view.caseNo),
      (rows) => rows.some((row) => !row.voided),
    );
    await Promise.all([control('worker', 'kill'), control('api', 'kill')]);
    expect((await lost)?.status).not.toBe(200);
    await restore();
  }
  const written = (caseNo: string) =>
    query<{ voided: boolean }>(
      `select voided_at is not null as voided from case_event where case_no = $1 and type = 'accepted' order by entry`,
      [caseNo],
    );

  it('between the write and the task’s completion: the same key finds its effect, done once', async () => {
    const view = await open(window, 'YT-2.2', { place: JINAN });
    const key = randomUUID();
    await writtenAndNotCompleted(view, key);
    const again = await patiently('answered', () =>
      window.attempt(view.caseNo, 'accept', { version: view.version, key }),
    );
    expect([again.status, again.body.state]).toEqual([200, 'accepted']);
    expect((await written(view.caseNo)).filter((row) => !row.voided)).toHaveLength(1);
    const done = await window.waitFor(view.caseNo, 'contact letter', hasTask('prepareInformationForm'), 60);
    expect(done.letters.map((one) => one.type).sort()).toEqual(['contactLetter', 'enrolmentCertificate']);
  });

  it('between the write and the task’s completion: another’s act replaces it visibly, and the first is done after it', async () => {
    const view = await open(window, 'YT-2.2', { place: JINAN });
    const key = randomUUID();
    await writtenAndNotCompleted(view, key);
    const input = { text: '申请人补充了电话' };
    const noteKey = randomUUID();
    const noted = await patiently('noted', () =>
      second.attempt(view.caseNo, 'note', { version: view.version, key: noteKey, input }),
    );
    expect(noted.status).toBe(200);
    expect(await written(view.caseNo)).toEqual([{ voided: true }]);
    expect((await window.case(view.caseNo)).state).toBe('received');
    const after = await patiently('accepted', () =>
      window.attempt(view.caseNo, 'accept', { version: view.version, key }),
    );
    expect([after.status, after.body.state]).toEqual([200, 'accepted']);
    expect(await written(view.caseNo)).toEqual([{ voided: true }, { voided: false }]);
    expect(await once(window, view.caseNo, 'accepted')).toBe(1);
  });

  it('leaves a journal whose chains, numbers and rows agree, and every open case with its run', async () => {
    const { code, output } = await verifyAll();
    expect([code, output]).toEqual([0, expect.any(String)]);
  });
});

describe('the exchange platform', () => {
  const answered = (view: CaseView) =>
    window.waitFor(view.caseNo, 'contact letter', hasTask('prepareInformationForm'), 60);
  const contacts = async ({ caseNo }: CaseView) =>
    (await window.case(caseNo)).letters.filter((one) => one.type === 'contactLetter');
  const start = () => open(window, 'YT-2.2', { place: JINAN, acceptNow: true });

  it('is slow: the clerk does not wait for it', async () => {
    await sandbox.faults('exchange', { slowMs: 1500 });
    const began = Date.now();
    const view = await start();
    expect(Date.now() - began).toBeLessThan(1500);
    await answered(view);
  });

  it('fails, or cuts the line after it has taken the letter: the letter is there once all the same', async () => {
    await sandbox.faults('exchange', { status500: 2, lostReply: 2 });
    const view = await answered(await start());
    const { letterNo } = letterOf(view, 'enrolmentCertificate');
    expect((await sandbox.letters()).filter((one) => one.letterNo === letterNo)).toHaveLength(1);
    expect(await contacts(view)).toHaveLength(1);
  });

  it('brings a letter twice: it counts once', async () => {
    await sandbox.faults('exchange', { duplicate: 2 });
    const view = await answered(await start());
    expect(await contacts(view)).toHaveLength(1);
    expect(await once(window, view.caseNo, 'letterReceived')).toBe(1);
  });

  it('brings it once more with another text: the first holds, the other is kept as evidence', async () => {
    await sandbox.faults('exchange', { changedBody: 2 });
    const view = await answered(await start());
    const { letterNo, body } = letterOf(view, 'contactLetter');
    await until(
      'evidence',
      () => query('select 1 from exchange_conflict where letter_no = $1', [letterNo]),
      (rows) => rows.length === 1,
    );
    expect([(await contacts(view)).length, body.remark]).toEqual([1, undefined]);
  });

  it('changes the order of letters: each comes to its case', async () => {
    await sandbox.faults('exchange', { outOfOrder: 1 });
    for (const view of await Promise.all([start(), start()]))
      expect(await contacts(await answered(view))).toHaveLength(1);
  });

  it('takes letters and forwards none: they wait, and come when it speaks again', async () => {
    await sandbox.faults('exchange', { silent: true });
    const view = await start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await window.case(view.caseNo)).letters.map((one) => one.state)).toEqual(['queued']);
    await sandbox.noFaults();
    await answered(view);
  });
});

describe('the core platform', () => {
  it('is down while a case is registered: the fact is unknown, and asked again before acceptance', async () => {
    await sandbox.faults('core', { status500: 'always' });
    const view = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    expect([view.state, view.facts[0]?.value]).toEqual(['received', 'unknown']);
    const refused = await window.attempt(view.caseNo, 'accept');
    expect([refused.status, problemOf(refused).code, refused.took < 10_000]).toEqual([503, 'FACT_UNAVAILABLE', true]);
    await sandbox.noFaults();
    expect((await window.act(view.caseNo, 'accept')).state).toBe('accepted');
  });

  it('never answers: the clerk is told within seconds', async () => {
    const view = await open(window, 'YT-2.2', { place: JINAN });
    await sandbox.faults('core', { silent: true });
    const refused = await window.attempt(view.caseNo, 'accept');
    expect([refused.status, refused.took < 10_000]).toEqual([503, true]);
  });

  it('loses its reply after entering the periods: they are entered once', async () => {
    const view = await open(window, 'YT-2.3', { place: JINAN, acceptNow: true });
    await window.waitFor(view.caseNo, 'form of 济南', hasTask('registerTransferIn'));
    await sandbox.faults('core', { lostReply: 1, status500: 1 });
    await window.act(view.caseNo, 'completeTransferIn', { input: registration });
    await window.waitFor(view.caseNo, 'concluded', isConcluded, 60);
    expect((await sandbox.transfers()).filter((one) => one.caseNo === view.caseNo)).toHaveLength(1);
  });
});

describe('the fund', () => {
  it('fails, is slow and loses its reply after paying: it has paid once', async () => {
    const view = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    await window.waitFor(view.caseNo, 'contact letter', hasTask('prepareInformationForm'));
    await window.act(view.caseNo, 'sendInformationForm', { input: information });
    await sandbox.faults('fund', { status500: 1, lostReply: 1, slowMs: 300 });
    const asked = await finance.act(view.caseNo, 'settleAccount', {
      input: { treatment: 'transfer', amountFen: 598_743 },
    });
    expect(asked.outcome).toBeNull();
    await window.waitFor(view.caseNo, 'concluded', isConcluded, 60);
    expect((await sandbox.payments()).filter((one) => one.caseNo === view.caseNo)).toHaveLength(1);
  });
});

describe('the SMS gateway', () => {
  it('fails or loses its reply: the message goes out later, once', async () => {
    await sandbox.faults('sms', { lostReply: 1 });
    const view = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    const about = async () => (await sandbox.sms()).filter((one) => one.text.includes(view.caseNo));
    await runMinute();
    await sandbox.noFaults();
    await query(`update sms set next_attempt_at = now() where case_no = $1 and sent_at is null`, [view.caseNo]);
    await runMinute();
    expect(await about()).toHaveLength(1);
    const rows = await query<{ sent: boolean }>('select sent_at is not null as sent from sms where case_no = $1', [
      view.caseNo,
    ]);
    expect(rows).toEqual([{ sent: true }]);
  });
});
