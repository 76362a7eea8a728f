import type { ItemRules } from '@due-process/contracts';
import { Played, people, PureRun, caseStart, openCommand, received, reviewRules } from '../../test/factories';
import { clockRule } from '../../test/factories/rules';
import { publicProgress } from '../progress';
import { nextWake } from '.';

const { window, review, head, secondReview } = people;

/** The example item with an application form that may be promised, and 10 working days of our own to bring it. */
function rules(): ItemRules {
  const base = reviewRules();
  return {
    ...base,
    materials: base.materials.map((rule) => (rule.id === 'application' ? { ...rule, promisable: true } : rule)),
    clocks: [
      ...base.clocks,
      clockRule({ id: 'promise', kind: 'commitment', quantity: 10, startsOn: 'conclusion', metBy: ['promiseKept'] }),
    ],
  };
}

function concluded(status: 'received' | 'promised' = 'promised'): Played {
  const run = new PureRun(caseStart(rules()));
  run.open(
    openCommand({ materials: [...received('identity'), { id: 'application', status }] }),
    '2026-03-02T02:00:00.000Z',
  );
  const played = new Played(run);
  played.does(window, 'accept');
  played.does(review, 'approve');
  played.does(secondReview, 'confirm');
  return played;
}
const application = { materials: [{ id: 'application', status: 'received' }] } as never;

describe('what was promised in writing', () => {
  it('does not hold up acceptance and conclusion, and stays owed with a clock of its own', () => {
    const { state } = concluded();
    expect([state.outcome, state.clocks.promise?.state]).toEqual(['completed', 'running']);
    // 2 March is not counted: 3–6 March 4, 9–13 March 9, 16 March 10
    expect(state.clocks.promise?.dueOn).toBe('2026-03-16');
    expect(state.clocks.statutory?.state).toBe('met');
  });

  it('keeps the run after service until it is brought', () => {
    const played = concluded();
    played.does(window, 'serve');
    expect([played.state.servedOn, played.state.ended]).toEqual(['2026-03-02', false]);
    expect(nextWake(played.state)).toBeUndefined();
    played.on('2026-03-10').does(window, 'receivePromised', application);
    expect(played.state.clocks.promise).toMatchObject({ state: 'met', endedOn: '2026-03-10', used: 6 });
    expect([played.state.ended, played.state.materials.application?.status]).toEqual([true, 'received']);
    expect(played.refusal(window, 'receivePromised', application)).toBe('CASE_CLOSED');
  });

  it('brought before service leaves the case to be served', () => {
    const played = concluded();
    played.does(window, 'receivePromised', application);
    expect(played.state.ended).toBe(false);
    played.does(window, 'serve');
    expect(played.state.ended).toBe(true);
  });

  it('brought late is overrun, never red afterwards', () => {
    const played = concluded();
    played.on('2026-03-18').does(window, 'receivePromised', application);
    expect(played.state.clocks.promise).toMatchObject({ state: 'overrun', used: 12 });
  });

  it('may be given up by the head alone, with the reason', () => {
    const played = concluded();
    played.does(window, 'serve');
    expect(played.refusal(window, 'writeOffPromise', { reason: '失联' })).toBe('ACCESS_DENIED');
    played.does(head, 'writeOffPromise', { reason: '多次联系不上' });
    expect([played.state.ended, played.state.clocks.promise?.state]).toEqual([true, 'cancelled']);
    expect(played.state.materials.application?.status).toBe('missing');
  });

  it('is told to the applicant with its date', () => {
    const played = concluded();
    played.does(window, 'serve');
    const told = publicProgress(played.state, { now: '2026-03-03T02:00:00.000Z', officeName: () => '' } as never);
    expect(told.bring).toMatchObject({ by: '2026-03-16', materials: ['申请表'] });
  });

  it('owes nothing when nothing was promised', () => {
    const played = concluded('received');
    expect(played.state.clocks.promise).toBeUndefined();
    played.does(window, 'serve');
    expect(played.state.ended).toBe(true);
  });
});
