import type { ItemRules, OpenCommand } from '@due-process/contracts';
import { actor, openedCase, people, reviewRules } from '../../test/factories';
import { partiesOf, publishedActions } from '.';

const hospital = actor('doctor', ['institution'], ['hospital'], '');
const otherHospital = actor('other-doctor', ['institution'], ['other-hospital'], '');
const applicant = actor('zhang', ['person'], ['zhang-org', 'subject-of-zhang'], '');

/** The review of the example item is a hospital's, which the form names; by the hospital's own channel it takes the case in too. */
function rules(): ItemRules {
  const plain = reviewRules();
  return {
    ...plain,
    stages: plain.stages.map((stage) => {
      if (stage.id === 'review') return { ...stage, role: 'institution', unit: 'form.hospital' };
      if (stage.id === 'intake') return { ...stage, byChannel: { hospital: { role: 'institution', unit: 'opener' } } };
      return stage;
    }),
  };
}
const named = { form: { hospital: { code: 'hospital', name: '某医院' } } };
const opened = (opening: Partial<OpenCommand>) => openedCase(rules(), { ...named, ...opening });
const allowed = (played: ReturnType<typeof opened>, who: typeof hospital): string[] =>
  publishedActions(played.state, who, { now: '2026-03-02T02:00:00.000Z' })
    .filter((one) => one.allowed)
    .map(({ action }) => action);

describe('a case with a part for somebody outside the agency', () => {
  it('opens that work before the organisation that the form names', () => {
    const played = opened({});
    played.does(people.window, 'accept');
    expect(played.state.tasks.review).toMatchObject({ role: 'institution', unit: 'hospital' });
    expect(allowed(played, hospital)).toEqual(expect.arrayContaining(['claim', 'approve']));
    expect(allowed(played, otherHospital)).toEqual([]);
    played.does(hospital, 'approve');
    expect(played.state.doers.review).toBe('doctor');
  });

  it('leaves it to the window where nobody is named, so that no case waits for nobody', () => {
    const played = openedCase(rules(), { form: {} });
    played.does(people.window, 'accept');
    expect(played.state.tasks.review).toMatchObject({ role: 'window', unit: 'zhifu' });
  });

  it('is taken in by the hospital itself when it came by the hospital’s channel', () => {
    const played = opened({ channel: 'hospital', organisation: 'hospital', actor: hospital });
    expect(played.state.tasks.intake).toMatchObject({ role: 'institution', unit: 'hospital', shows: 'received' });
    expect(allowed(played, people.window)).not.toContain('accept');
    played.does(hospital, 'accept');
    expect(played.state.acceptedOn).toBe('2026-03-02');
  });

  it('lies at the window as 待接件 when it came from outside, until somebody takes it', () => {
    const played = opened({ organisation: 'zhang-org', actor: applicant });
    expect(played.state.phase).toBe('awaitingIntake');
    played.does(people.window, 'claim');
    expect(played.state).toMatchObject({ phase: 'received', tasks: { intake: { shows: 'received' } } });
  });

  it('is cancelled by whoever it belongs to, registered by the own account or at the window', () => {
    expect(allowed(opened({ organisation: 'zhang-org', actor: applicant }), applicant)).toContain('cancelApplication');
    expect(allowed(opened({}), applicant)).toContain('cancelApplication');
    expect(allowed(opened({}), hospital)).not.toContain('cancelApplication');
  });

  it('names as parties its owners and the organisations that have a stage', () => {
    const { state } = opened({ organisation: 'school', actor: people.window });
    expect(partiesOf(state)).toEqual(['school', 'subject-of-zhang', 'hospital']);
  });
});
