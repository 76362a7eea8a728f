import { acceptedCase, openedCase, people, receiptOf, transferRules } from '../../test/factories';
import { nextWake, projectCase } from '.';

const { window, finance } = people;

/** Accepted on 2 March 2026; the certificate is on its way and the contact letter is awaited. */
const waiting = () => acceptedCase(transferRules());
const first = (state: { caseNo: string }) => `${state.caseNo}-L01`;

describe('a letter sent', () => {
  it('is numbered in the case, posted in the background, and meets or starts what its sending does', () => {
    const { state } = waiting();
    expect(state.letters[first(state)]).toMatchObject({
      type: 'enrolmentCertificate',
      direction: 'out',
      other: '370200',
      state: 'queued',
      issuedOn: '2026-03-02',
    });
    expect(state.waits[`post:${first(state)}`]).toMatchObject({
      effect: 'deliverLetter',
      input: { letterNo: first(state) },
    });
    expect(state.documents.some((document) => document.type === 'enrolmentCertificate')).toBe(true);
    expect(state.clocks.contactLetterAwaited).toMatchObject({ startedOn: '2026-03-02', dueOn: '2026-03-23' });
    expect(projectCase(state).waitingFor).toBe('letter');
  });

  it('takes its receipts in any order and repeated', () => {
    const played = waiting();
    const { version } = played.state;
    const told = (kind: 'delivered' | 'processed' | 'refused') => {
      const { events } = played.hears({ type: 'letterReceipted', receipt: receiptOf(first(played.state), kind) });
      return events.length;
    };
    expect([told('processed'), told('delivered'), told('processed'), told('refused')]).toEqual([1, 0, 0, 0]);
    expect(played.state.letters[first(played.state)]?.state).toBe('processed');
    expect(played.state.version).toBe(version);
    expect(played.hears({ type: 'letterReceipted', receipt: receiptOf('unknown') }).events).toEqual([]);
  });

  it('that the platform will not carry is refused with its reason, once', () => {
    const played = waiting();
    const key = `post:${first(played.state)}`;
    const refused = {
      type: 'effectFinished',
      key,
      outcome: 'rejected',
      data: { reason: '地区未联网' },
      on: '2026-03-02',
    } as const;
    expect(played.hears(refused).events).toContainEqual(
      expect.objectContaining({ type: 'letterRefused', data: { letterNo: first(played.state), reason: '地区未联网' } }),
    );
    expect(played.state.letters[first(played.state)]?.state).toBe('refused');
    expect(played.hears(refused).events).toEqual([]);
  });
});

describe('a letter received', () => {
  it('starts its limit from the true day of receipt and opens the work it brings', () => {
    const played = waiting().on('2026-03-09');
    played.letter('contactLetter', '2026-03-05');
    // 6 March 1, 9–13 6, 16–19 10
    expect(played.state.clocks).toMatchObject({
      informationForm: { startedOn: '2026-03-05', dueOn: '2026-03-19' },
      contactLetterAwaited: { state: 'met', endedOn: '2026-03-05', used: 3 },
    });
    expect(played.state.tasks.prepareInformationForm?.openedOn).toBe('2026-03-05');
  });

  it('twice has no second effect', () => {
    const played = waiting();
    played.letter('contactLetter', '2026-03-05');
    const { events } = played.letter('contactLetter', '2026-03-06');
    expect(events).toEqual([]);
  });

  it('before its turn is parked, and then taken with its true day, while the case goes on today', () => {
    const played = openedCase(transferRules()).on('2026-03-03');
    played.letter('contactLetter', '2026-03-03');
    expect(Object.values(played.state.letters)).toMatchObject([{ state: 'parked', receivedOn: '2026-03-03' }]);
    expect(Object.keys(played.state.tasks)).toEqual(['intake']);
    played.on('2026-03-06').does(window, 'accept');
    expect(played.state.clocks.informationForm).toMatchObject({ startedOn: '2026-03-03', dueOn: '2026-03-17' });
    expect(played.state.letters['370200-contactLetter-1']).toMatchObject({
      state: 'received',
      key: 'receive:contactLetter',
    });
    expect(played.state.tasks.prepareInformationForm?.openedOn).toBe('2026-03-06');
  });

  it('of another kind than the one awaited stays parked', () => {
    const played = waiting();
    played.letter('reminder', '2026-03-05');
    expect(played.state.letters['370200-reminder-1']?.state).toBe('parked');
    expect(played.state.waits['receive:contactLetter']).toBeDefined();
  });
});

describe('silence', () => {
  it('is reminded of and then escalated, and never more often than the item says', () => {
    const played = waiting();
    // five working days after 2 March, at half past eight
    expect(nextWake(played.state)).toBe('2026-03-09T00:30:00.000Z');
    expect(played.wakes('2026-03-09T00:29:59.000Z').events).toEqual([]);
    played.wakes('2026-03-09T00:30:00.000Z');
    expect(played.state.letters[`${played.state.caseNo}-L02`]).toMatchObject({
      type: 'reminder',
      inReplyTo: first(played.state),
      body: { awaitedType: 'contactLetter', sentOn: '2026-03-02', times: 1 },
    });
    expect(nextWake(played.state)).toBe('2026-03-16T00:30:00.000Z');
    played.wakes('2026-03-16T00:30:00.000Z');
    expect(played.state.letters[`${played.state.caseNo}-L03`]).toMatchObject({
      type: 'escalation',
      body: { times: 2 },
    });
    expect(nextWake(played.state)).toBeUndefined();
    expect(played.wakes('2026-06-30T00:30:00.000Z').events).toEqual([]);
    expect(played.state.waits['receive:contactLetter']).toMatchObject({ reminders: 2 });
  });

  it('ends with the letter', () => {
    const played = waiting();
    played.letter('contactLetter', '2026-03-05');
    expect(nextWake(played.state)).toBeUndefined();
  });
});

describe('money', () => {
  const atPayment = () => {
    const played = waiting();
    played.letter('contactLetter', '2026-03-05');
    played.on('2026-03-06').does(window, 'sendInformationForm', { paidMonths: 60 });
    played.does(finance, 'settleAccount', { amountFen: 123_400 });
    return played;
  };

  it('is asked for once, by a key that the receiver sees, and ends the case when it is done', () => {
    const played = atPayment();
    expect(played.state.waits['effect:settleAccount#1']).toMatchObject({
      effect: 'settleAccount',
      input: { amountFen: 123_400 },
    });
    expect(projectCase(played.state).waitingFor).toBe('effect');
    expect(played.state.clocks.informationForm).toMatchObject({ state: 'met', endedOn: '2026-03-06' });
    const done = {
      type: 'effectFinished',
      key: 'effect:settleAccount#1',
      outcome: 'done',
      data: {},
      on: '2026-03-06',
    } as const;
    played.hears(done);
    expect(played.state.outcome).toBe('completed');
    expect(played.hears(done).events).toEqual([]);
  });

  it('is not taken for the answer to another wait', () => {
    const played = waiting();
    const key = 'receive:contactLetter';
    expect(played.hears({ type: 'effectFinished', key, outcome: 'done', data: {}, on: '2026-03-02' }).events).toEqual(
      [],
    );
  });

  it('refused comes back to the person', () => {
    const played = atPayment();
    const key = 'effect:settleAccount#1';
    played.hears({ type: 'effectFinished', key, outcome: 'rejected', data: { reason: '账户已销' }, on: '2026-03-06' });
    expect(Object.keys(played.state.tasks)).toEqual(['settlePersonalAccount#2']);
    expect(played.state.letters[first(played.state)]?.state).toBe('queued');
  });

  it('leaves letters on their way when the case has ended, and the run ends after its service or its limit', () => {
    const played = atPayment();
    const key = 'effect:settleAccount#1';
    played.hears({ type: 'effectFinished', key, outcome: 'done', data: {}, on: '2026-03-06' });
    expect(played.state.ended).toBe(false);
    expect(Object.keys(played.state.waits)).toContain(`post:${first(played.state)}`);
    expect(nextWake(played.state)).toBe('2026-04-05T00:30:00.000Z');
    played.wakes('2026-04-05T00:30:00.000Z');
    expect(played.state).toMatchObject({ ended: true, servedOn: '2026-04-05' });
    expect(played.wakes('2026-04-06T00:30:00.000Z').events).toEqual([]);
  });
});
