import type { CaseEvent } from '@due-process/contracts';
import { acceptedCase, openedCase, people, received, reviewRules } from '../../test/factories';
import { canonicalText, digestOf, evolve, foldCase, projectRows } from '.';

const { window, window2, review, secondReview, head } = people;

describe('the journal', () => {
  it('folds to the case, also after a journey through JSON', () => {
    const played = acceptedCase();
    played.does(review, 'approve');
    played.does(secondReview, 'confirm');
    const { start, events, state } = played.run;
    const folded = foldCase(start, JSON.parse(JSON.stringify(events)) as CaseEvent[]);
    expect(folded).toEqual(state);
    expect(digestOf(folded)).toBe(digestOf(state));
  });

  it('carries the command in every event it caused, the story’s too', () => {
    const { events } = openedCase().does(window, 'accept');
    expect(events.map((event) => event.type)).toContain('taskOpened');
    expect(new Set(events.map((event) => event.command?.action))).toEqual(new Set(['accept']));
    expect(new Set(events.map((event) => event.by))).toEqual(new Set([window.id]));
  });

  it('restored from a state goes on with the numbers of the event', () => {
    const { run } = acceptedCase();
    const restored = evolve(foldCase(run.start, []), {
      type: 'caseRestored',
      data: { state: run.state, missing: { from: 3, to: run.state.seq } },
      seq: run.state.seq + 1,
      version: run.state.version + 1,
      by: 'system',
      occurredOn: '2026-03-02',
      recordedAt: '2026-03-02T03:00:00.000Z',
    });
    expect(restored).toEqual({ ...run.state, seq: run.state.seq + 1, version: run.state.version + 1 });
  });
});

describe('answers', () => {
  it('are kept for the last 32 commands, each with the seq of the last event it caused', () => {
    const played = openedCase();
    const { events } = played.does(window, 'claim');
    const key = events.at(-1)?.command?.key ?? '';
    expect(played.state.answers[key]).toMatchObject({ version: played.state.version, seq: played.state.seq });
    for (let i = 0; i < 31; i++) played.does(window, 'note', { text: `备注${i}` });
    expect(Object.keys(played.state.answers)).toHaveLength(32);
    expect(played.state.answers[key]).toBeDefined();
    played.does(window, 'note', { text: '又一条' });
    expect(Object.keys(played.state.answers)).toHaveLength(32);
    expect(played.state.answers[key]).toBeUndefined();
  });

  it('of a command whose story went on cover all of it', () => {
    const played = openedCase();
    const { after, events } = played.does(window, 'accept');
    expect(after.answers[events[0]?.command?.key ?? '']).toMatchObject({ seq: after.seq, version: after.version });
  });
});

describe('version', () => {
  it('grows with what makes a form stale and not with what people are only told', () => {
    const played = openedCase();
    const versions = [played.state.version];
    const then = () => versions.push(played.state.version);
    played.does(window, 'note', { text: '电话已核' });
    then();
    played.does(head, 'remind');
    then();
    played.letter('reminder', '2026-03-02');
    then();
    expect(played.state.lastChange).toMatchObject({ action: 'open', by: window.id });
    played.does(window, 'claim');
    then();
    const [at = 0] = versions;
    expect(versions).toEqual([at, at, at, at, at + 1]);
  });
});

describe('messages', () => {
  it('are unique by event, and tell those whom it concerns', () => {
    const played = openedCase(reviewRules(), { materials: received('identity') });
    const messages = [
      played.does(window, 'claim'),
      played.does(window, 'handOver', {}, { target: window2 }),
      played.does(window2, 'requestSupplement'),
    ].flatMap(({ before, after, events }) => projectRows(before, after, events).messages);
    expect(new Set(messages.map((message) => message.key)).size).toBe(messages.length);
    const all = projectRows(undefined, played.state, played.run.events).messages;
    expect(all.map((message) => message.key)).toEqual(messages.map((message) => message.key));
    expect(messages.map(({ kind, to, sms }) => [kind, to, sms])).toEqual([
      ['taskHandedOver', { account: window2.id }, false],
      ['supplementRequested', { applicant: true }, true],
    ]);
    expect(messages.every(({ text }) => text.includes(played.state.caseNo))).toBe(true);
  });

  it('name no person', () => {
    const played = acceptedCase();
    const { before, after, events } = played.does(head, 'terminate', { reason: '重复' });
    const { messages } = projectRows(before, after, events);
    expect(messages).toHaveLength(1);
    expect(JSON.stringify(messages)).not.toContain(played.state.applicant.masked);
  });
});

describe('the digest', () => {
  it('is of the content, whatever the order of keys, and changes with any of it', () => {
    const { state } = acceptedCase();
    const turned = Object.fromEntries(Object.entries(state).toReversed()) as typeof state;
    expect(digestOf(turned)).toBe(digestOf(state));
    expect(digestOf({ ...state, phase: 'concluded' })).not.toBe(digestOf(state));
    expect(digestOf({ ...state, calendar: { ...state.calendar, version: 'other' } })).not.toBe(digestOf(state));
    expect(digestOf({ ...state, reversible: undefined })).toBe(digestOf(state));
  });

  it('tells texts apart that differ only in their structure', () => {
    expect(canonicalText({ a: [1, null], b: undefined })).toBe('{"a":[1,null]}');
    expect(canonicalText({ a: '1' })).not.toBe(canonicalText({ a: 1 }));
    expect(canonicalText({ b: 1, a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":1}');
  });
});
