import { clerks, type Clerk } from './support/clerk';
import { addDays } from './support/days';
import { today } from './support/deadlines';
import { letterFrom, post } from './support/letters';
import { runNight } from './support/operations';
import { somebody } from './support/persons';
import { sandbox } from './support/sandbox';
import { query } from './support/system';
import { until } from './support/until';
import { hasTask, isConcluded, JINAN, open, QINGDAO, registration, SUZHOU, YANTAI } from './support/transfers';
import { letterOf, problemOf } from './support/views';

interface Unmatched {
  letterNo: string;
  type: string;
  reasonWords: string;
  candidates: { caseNo: string }[];
}

let window: Clerk, qingdao: Clerk, reviewer: Clerk;
beforeAll(async () => {
  [window, qingdao, reviewer] = await clerks('yt-window', 'qd-window', 'qd-review');
});

const unmatched = async (clerk: Clerk, letterNo: string): Promise<Unmatched | undefined> =>
  (await clerk.get<{ letters: Unmatched[] }>('/api/exchange/unmatched')).body.letters.find(
    (one) => one.letterNo === letterNo,
  );

describe('whose letter it is', () => {
  const letter = letterFrom(SUZHOU, 'enrolmentCertificate', somebody(), { toAgency: YANTAI });
  const codeOf = async (...given: Parameters<typeof post>) => {
    const answer = await post(...given);
    return [answer.status, problemOf(answer).code];
  };

  it('is proved by the signature over the very bytes', async () => {
    const invalid = [401, 'LETTER_SIGNATURE_INVALID'];
    expect(await codeOf('letters', letter, { unsigned: true })).toEqual(invalid);
    const tampered = JSON.stringify(letter).replace('345678', '999999');
    expect(await codeOf('letters', letter, { tampered })).toEqual(invalid);
    expect(await codeOf('letters', letter, { signer: QINGDAO })).toEqual(invalid);
  });

  it('is proved within five minutes of our clock, either way', async () => {
    expect(await codeOf('letters', letter, { skew: -310 })).toEqual([401, 'LETTER_EXPIRED']);
    expect(await codeOf('letters', letter, { skew: 310 })).toEqual([401, 'LETTER_EXPIRED']);
    expect((await post('letters', letter, { skew: 290 })).status).toBe(202);
  });

  it('must be ours, about the person it names, and complete', async () => {
    expect(await codeOf('letters', { ...letter, letterNo: `${SUZHOU}-elsewhere`, toAgency: JINAN })).toEqual([
      403,
      'LETTER_WRONG_AGENCY',
    ]);
    const other = { ...letter, letterNo: `${SUZHOU}-another-person`, subject: 'f'.repeat(32) };
    expect(problemOf(await post('letters', other)).errors.map((one) => one.field)).toEqual(['subject']);
    const bad = { ...letter, letterNo: 'x', issuedOn: '2025-02-30', subject: 'short', body: {}, extra: 1 };
    const { errors, code } = problemOf(await post('letters', bad));
    expect([code, errors.map((one) => one.field)]).toEqual([
      'INPUT_INVALID',
      expect.arrayContaining(['letterNo', 'issuedOn', 'subject', 'extra']),
    ]);
  });

  it('gives a receipt only for a letter of ours, and only the recipient’s', async () => {
    const receipt = {
      letterNo: 'nobody-sent-this',
      fromAgency: SUZHOU,
      kind: 'delivered',
      at: new Date().toISOString(),
    };
    expect(await codeOf('receipts', receipt)).toEqual([404, 'LETTER_UNKNOWN']);
    expect(await codeOf('receipts', receipt, { signer: QINGDAO })).toEqual([401, 'LETTER_SIGNATURE_INVALID']);
  });
});

describe('the same number again', () => {
  const person = somebody();
  const letter = letterFrom(SUZHOU, 'contactLetter', person, { toAgency: YANTAI });

  it('is taken with 202 and changes nothing, in whatever order its fields stand', async () => {
    const view = await open(window, 'YT-2.2', { place: SUZHOU, person });
    expect((await post('letters', letter)).body).toMatchObject({ letterNo: letter.letterNo, repeated: false });
    const turned = JSON.stringify(Object.fromEntries(Object.entries(letter).toReversed()));
    const again = await Promise.all([post('letters', letter), post('letters', turned), post('letters', letter)]);
    expect(again.map((one) => [one.status, one.body.repeated])).toEqual([
      [202, true],
      [202, true],
      [202, true],
    ]);
    const held = await window.waitFor(view.caseNo, 'letter parked', (seen) => seen.letters.length > 0);
    expect(held.letters.map((one) => [one.letterNo, one.state])).toEqual([[letter.letterNo, 'parked']]);
    expect((await window.timeline(view.caseNo)).filter((entry) => entry.type === 'letterParked')).toHaveLength(1);
  });

  it('is refused with another text, which is kept as evidence beside the first', async () => {
    const changed = { ...letter, body: { ...letter.body, remark: '账号已变更' } };
    const refused = [await post('letters', changed), await post('letters', changed)];
    expect(refused.map((one) => [one.status, problemOf(one).code])).toEqual([
      [409, 'LETTER_BODY_CHANGED'],
      [409, 'LETTER_BODY_CHANGED'],
    ]);
    const kept = await query<{ n: number }>('select count(*)::int as n from exchange_conflict where letter_no = $1', [
      letter.letterNo,
    ]);
    expect(kept).toEqual([{ n: 1 }]);
  });
});

describe('a letter that came before its turn', () => {
  it('is parked with its case and applied when the case comes to wait for it', async () => {
    const person = somebody();
    const view = await open(qingdao, 'QD-3.2', { place: JINAN, person, acceptNow: true });
    await sandbox.city(JINAN, { mode: 'silent' });
    await post('letters', letterFrom(JINAN, 'informationForm', person, { toAgency: QINGDAO }));
    const early = await qingdao.waitFor(view.caseNo, 'parked', (seen) => seen.letters.length > 0);
    expect([early.stage, early.letters[0]?.stateWords]).toEqual(['审核', '先到待用']);
    const approved = await reviewer.act(view.caseNo, 'approve');
    const ready = await reviewer.waitFor(view.caseNo, 'applied', hasTask('registerTransferIn'));
    expect(letterOf(approved, 'contactLetter').direction).toBe('out');
    expect(letterOf(ready, 'informationForm').state).toBe('received');
    await sandbox.city(JINAN, { mode: 'normal' });
  });

  it('waits on the list until a case is registered that it is for, and is answered by its number', async () => {
    const person = somebody();
    const { letterNo } = await sandbox.sendFrom(JINAN, {
      type: 'enrolmentCertificate',
      toAgency: YANTAI,
      person: { name: person.name, idNumber: person.idNumber },
    });
    const listed = await until(
      'on the list',
      () => unmatched(window, letterNo),
      (seen) => seen !== undefined,
    );
    expect(listed).toMatchObject({ type: 'enrolmentCertificate', reasonWords: '没有对应的在办办件', candidates: [] });
    const view = await open(window, 'YT-2.3', { place: JINAN, person });
    await window.waitFor(view.caseNo, 'certificate found', (seen) => seen.letters.length === 1);
    expect(await unmatched(window, letterNo)).toBeUndefined();
    const accepted = await window.act(view.caseNo, 'accept');
    expect(letterOf(accepted, 'contactLetter').inReplyTo).toBe(letterNo);
    await window.waitFor(view.caseNo, 'form of 济南', hasTask('registerTransferIn'));
    await window.act(view.caseNo, 'completeTransferIn', { input: registration });
    await window.waitFor(view.caseNo, 'concluded', isConcluded);
  });
});

describe('a letter that fits no case', () => {
  it('is given to the right case by a person, never to another’s', async () => {
    const person = somebody();
    await sandbox.city(JINAN, { mode: 'silent' });
    const view = await open(window, 'YT-2.2', { place: JINAN, person, acceptNow: true });
    const stranger = await open(window, 'YT-2.2', { place: JINAN });
    const letter = letterFrom(SUZHOU, 'contactLetter', person, { toAgency: YANTAI });
    expect((await post('letters', letter)).status).toBe(202);
    const listed = await until(
      'on the list',
      () => unmatched(window, letter.letterNo),
      (seen) => seen !== undefined,
    );
    expect(listed?.candidates.map((one) => one.caseNo)).toEqual([view.caseNo]);
    expect(await unmatched(qingdao, letter.letterNo)).toBeUndefined();
    const path = `/api/exchange/unmatched/${letter.letterNo}`;
    expect((await qingdao.post(`${path}/assign`, { caseNo: view.caseNo })).status).toBe(404);
    const wrong = problemOf(await window.post(`${path}/assign`, { caseNo: stranger.caseNo }));
    expect([wrong.status, wrong.errors[0]?.message]).toEqual([400, '函件所指人员与该办件申请人不一致']);
    expect((await window.post(`${path}/assign`, { caseNo: view.caseNo })).status).toBe(200);
    await window.waitFor(view.caseNo, 'assigned', hasTask('prepareInformationForm'));
    expect((await window.post(`${path}/assign`, { caseNo: view.caseNo })).status).toBe(404);
    await sandbox.city(JINAN, { mode: 'normal' });
  });

  it('is dismissed by a person with the reason, and is gone from the list', async () => {
    const letter = letterFrom(SUZHOU, 'contactLetter', somebody(), { toAgency: YANTAI });
    await post('letters', letter);
    await until(
      'on the list',
      () => unmatched(window, letter.letterNo),
      (seen) => seen !== undefined,
    );
    const path = `/api/exchange/unmatched/${letter.letterNo}/dismiss`;
    expect(problemOf(await window.post(path, { reason: ' ' })).errors[0]?.field).toBe('reason');
    expect((await window.post(path, { reason: '发错机构，已电话告知' })).status).toBe(200);
    expect(await unmatched(window, letter.letterNo)).toBeUndefined();
    const kept = await query('select state, reason, handled_by from letter_inbox where letter_no = $1', [
      letter.letterNo,
    ]);
    expect(kept).toEqual([{ state: 'dismissed', reason: '发错机构，已电话告知', handled_by: 'yt-window' }]);
  });

  it('is on the list when the case it answers has ended', async () => {
    const person = somebody();
    const view = await open(window, 'YT-2.1', { place: SUZHOU, person, acceptNow: true });
    const { letterNo: inReplyTo } = letterOf(view, 'enrolmentCertificate');
    const letter = letterFrom(SUZHOU, 'returnNotice', person, {
      toAgency: YANTAI,
      inReplyTo,
      body: { reason: '地址有误' },
    });
    await post('letters', letter);
    const listed = await until(
      'on the list',
      () => unmatched(window, letter.letterNo),
      (seen) => seen !== undefined,
    );
    expect(listed?.reasonWords).toBe('对应的办件已办结');
  });
});

describe('silence', () => {
  it('is answered with a 催办函 about the awaited letter', async () => {
    await sandbox.city(JINAN, { mode: 'silent' });
    const view = await open(window, 'YT-2.2', { place: JINAN, receivedAt: '2025-09-10' });
    await window.act(view.caseNo, 'accept', { occurredOn: '2025-09-10' });
    const reminded = await window.waitFor(view.caseNo, 'reminded', (seen) => {
      return seen.letters.some((one) => one.type === 'reminder' && one.state === 'delivered');
    });
    expect(letterOf(reminded, 'reminder')).toMatchObject({
      direction: 'out',
      other: JINAN,
      inReplyTo: letterOf(reminded, 'enrolmentCertificate').letterNo,
      body: { awaitedType: 'contactLetter', sentOn: '2025-09-10', times: 1 },
    });
    expect((await window.timeline(view.caseNo)).map((entry) => entry.label)).toContain('催办对方');
    await sandbox.city(JINAN, { mode: 'normal' });
    const answered = await window.waitFor(view.caseNo, 'answered', hasTask('prepareInformationForm'));
    // the counterpart's 15 working days were over on 30 September 2025
    expect(answered.clocks.find((one) => one.id === 'contactLetterAwaited')).toMatchObject({
      dueOn: '2025-09-30',
      state: 'overrun',
    });
  });

  it('shows as the other agency’s turn, with its own clock, while it lasts', async () => {
    await sandbox.city(JINAN, { mode: 'silent' });
    const view = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    const waiting = await window.waitFor(view.caseNo, 'delivered', (seen) => seen.letters[0]?.state === 'delivered');
    expect(waiting.whoseTurn).toMatchObject({ kind: 'otherAgency', agency: JINAN });
    expect(waiting.clocks.find((one) => one.id === 'contactLetterAwaited')).toMatchObject({
      kind: 'counterpart',
      state: 'running',
    });
    await sandbox.city(JINAN, { mode: 'normal' });
    await window.waitFor(view.caseNo, 'caught up', hasTask('prepareInformationForm'));
  });

  it('ends with a returned letter: the clerk is told, with the reason', async () => {
    await sandbox.city(JINAN, { mode: 'returns' });
    const view = await open(window, 'YT-2.2', { place: JINAN, acceptNow: true });
    const returned = await window.waitFor(view.caseNo, 'returned', (seen) => seen.letters[0]?.state === 'refused');
    expect(returned.letters[0]?.stateWords).toBe('对方退收');
    const inbox = await window.get<{ messages: { caseNo: string; text: string }[] }>('/api/inbox?limit=100');
    const texts = inbox.body.messages.filter((one) => one.caseNo === view.caseNo).map((one) => one.text);
    expect(texts).toEqual(expect.arrayContaining([expect.stringContaining('被退回')]));
    await sandbox.city(JINAN, { mode: 'normal' });
  });
});

describe('the daily comparison', () => {
  it('sends again what the platform has lost, once, and tells the supervisors what differs', async () => {
    const yesterday = addDays(today(), -1);
    const delivered = await open(window, 'YT-2.2', { place: JINAN, receivedAt: yesterday });
    await window.act(delivered.caseNo, 'accept', { occurredOn: yesterday });
    await window.waitFor(delivered.caseNo, 'answered', hasTask('prepareInformationForm'));
    await sandbox.city(SUZHOU, { mode: 'unreachable' });
    const stuck = await open(window, 'YT-2.2', { place: SUZHOU, acceptNow: true });
    const { letterNo } = letterOf(stuck, 'enrolmentCertificate');
    await until('at the platform', sandbox.letters, (letters) => letters.some((one) => one.letterNo === letterNo));
    await sandbox.reset();

    const { letters } = await runNight();
    expect(letters.resent).toBeGreaterThanOrEqual(1);
    await window.waitFor(stuck.caseNo, 'answered after all', hasTask('prepareInformationForm'));
    expect((await sandbox.letters()).filter((one) => one.letterNo === letterNo)).toHaveLength(1);
    const found = await query<{ kind: string }>(
      'select kind from reconciliation_difference where case_no = $1 and resolved_at is null',
      [delivered.caseNo],
    );
    expect(found).toEqual([{ kind: 'notAccepted' }]);
    const [supervisor] = await clerks('yt-supervise');
    const inbox = await supervisor.get<{ messages: { kind: string; text: string }[] }>('/api/inbox?limit=100');
    expect(inbox.body.messages.filter((one) => one.kind === 'reconciliation')).not.toEqual([]);
    await runNight();
    const again = await query('select 1 from reconciliation_difference where case_no = $1', [delivered.caseNo]);
    expect(again).toHaveLength(1);
  });
});
