import { businessRoles, type Actor, type Role } from '@due-process/contracts';
import { ACCESS, may, mayAct } from '.';

const actor = (roles: Role[], over: Partial<Actor> = {}): Actor => ({
  id: 'clerk',
  roles,
  units: ['zhifu'],
  agency: '370600',
  ...over,
});
const codeOf = (verdict: ReturnType<typeof may>): string => (verdict === true ? 'yes' : verdict.code);

describe('the access table', () => {
  it('names each action and role once per scope', () => {
    const rows = ACCESS.flatMap(({ action, roles, scope }) =>
      (typeof roles === 'string' ? [roles] : roles).map((role) => `${action} ${role} ${scope}`),
    );
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('gives the three administrators no right in business', () => {
    const target = { agency: '370600', unit: 'zhifu', holder: 'clerk' };
    const kept = ACCESS.filter(({ roles, action }) => typeof roles !== 'string' && action !== 'system.state').map(
      ({ action }) => action,
    );
    const given = (['systemAdmin', 'securityAdmin', 'auditAdmin'] as const).flatMap((admin) =>
      kept.filter((action) => may(actor([admin]), action, target) === true).map((action) => `${admin} ${action}`),
    );
    expect(kept.length).toBeGreaterThan(20);
    expect(given).toEqual([]);
  });

  it('refuses an action that no row names to everybody', () => {
    expect(codeOf(may(actor([...businessRoles, 'catalog']), 'case.destroy'))).toBe('ACCESS_DENIED');
    expect(codeOf(may(undefined, 'case.destroy'))).toBe('SESSION_REQUIRED');
  });

  it('hides what is another agency’s and says whose it is when it is only not yours', () => {
    expect(codeOf(may(actor(['window']), 'case.read', { agency: '370200' }))).toBe('NOT_FOUND');
    expect(may(actor(['window']), 'supervision.order', { agency: '370600' })).toEqual({
      code: 'ACCESS_DENIED',
      detail: '此操作由分管领导、督办办理',
    });
  });

  it('lets applicants read what is their own and nothing else', () => {
    const person = actor(['person'], { id: 'person-demo', agency: '', units: [] });
    expect(codeOf(may(person, 'case.read', { agency: '370600', holder: 'person-demo' }))).toBe('yes');
    expect(codeOf(may(person, 'case.read', { agency: '370600', holder: 'somebody' }))).toBe('NOT_FOUND');
  });

  it('lets an order be answered by its addressee, and by those who answer for the section', () => {
    const target = { agency: '370600', holder: 'clerk' };
    expect(codeOf(may(actor(['window']), 'supervision.answer', target))).toBe('yes');
    expect(codeOf(may(actor(['window'], { id: 'other' }), 'supervision.answer', target))).toBe('ACCESS_DENIED');
    expect(codeOf(may(actor(['head'], { id: 'other' }), 'supervision.answer', target))).toBe('yes');
  });

  it('lets calendars be confirmed by those who direct, and published by those who keep the catalogue', () => {
    expect(codeOf(may(actor(['leader']), 'calendar.confirm'))).toBe('yes');
    expect(codeOf(may(actor(['leader']), 'calendar.publish'))).toBe('ACCESS_DENIED');
    expect(codeOf(may(actor(['catalog']), 'calendar.publish'))).toBe('yes');
  });
});

describe('acting on a case', () => {
  const task = { agency: '370600', unit: 'zhifu', stageRole: 'window' as Role };
  const clerk = actor(['window']);

  it('is the assignee’s once the task is claimed', () => {
    expect(codeOf(mayAct(clerk, 'accept', { ...task, assignee: 'clerk' }))).toBe('yes');
    expect(codeOf(mayAct(clerk, 'accept', { ...task, assignee: 'colleague' }))).toBe('TASK_NOT_YOURS');
  });

  it('is anybody’s of the stage’s post and unit while unclaimed', () => {
    expect(codeOf(mayAct(clerk, 'accept', task))).toBe('yes');
    expect(codeOf(mayAct(actor(['review']), 'accept', task))).toBe('ACCESS_DENIED');
    expect(codeOf(mayAct(actor(['window'], { units: ['fushan'] }), 'accept', task))).toBe('ACCESS_DENIED');
  });

  it('begins with claiming what nobody holds', () => {
    expect(codeOf(mayAct(clerk, 'claim', task))).toBe('yes');
    expect(codeOf(mayAct(clerk, 'claim', { ...task, assignee: 'colleague' }))).toBe('TASK_NOT_YOURS');
    expect(codeOf(mayAct(actor(['finance']), 'claim', task))).toBe('ACCESS_DENIED');
  });

  it('can be moved on by the holder, the head of the unit and the leader, and by nobody else', () => {
    const held = { ...task, assignee: 'colleague' };
    const verdict = (roles: Role[], units = ['zhifu']): string =>
      codeOf(mayAct(actor(roles, { units }), 'handOver', held));
    expect(verdict(['window'])).toBe('TASK_NOT_YOURS');
    expect(verdict(['head'])).toBe('yes');
    expect(verdict(['head'], ['fushan'])).toBe('TASK_NOT_YOURS');
    expect(verdict(['leader'], [])).toBe('yes');
  });

  it('is extended only by the post that the item names', () => {
    const extended = { ...task, stageRole: 'leader' as Role };
    expect(codeOf(mayAct(actor(['leader']), 'extend', extended))).toBe('yes');
    expect(codeOf(mayAct(actor(['head']), 'extend', extended))).toBe('ACCESS_DENIED');
  });

  it('is invisible across agencies, whatever the post', () => {
    for (const role of businessRoles) {
      expect(codeOf(mayAct(actor([role], { agency: '370200' }), 'remind', task))).toBe('NOT_FOUND');
    }
  });
});

describe('acting for an organisation outside the agency', () => {
  const hospital = actor(['institution'], { id: 'doctor', agency: '', units: ['hospital', 'index-of-hospital'] });
  const opinion = { agency: '370600', unit: 'hospital', stageRole: 'institution' as Role };
  const verdict = (who: Actor, action: string, over: object = {}): string =>
    codeOf(mayAct(who, action, { ...opinion, parties: ['hospital'], ...over }));

  it('does the organisation’s own work, whoever of its people is first', () => {
    expect(verdict(hospital, 'giveOpinion')).toBe('yes');
    expect(verdict(hospital, 'claim')).toBe('yes');
    expect(verdict(hospital, 'giveOpinion', { assignee: 'another doctor' })).toBe('TASK_NOT_YOURS');
    expect(verdict({ ...hospital, roles: ['employer'] }, 'giveOpinion')).toBe('ACCESS_DENIED');
  });

  it('does nothing that is the agency’s, although the case concerns it', () => {
    const inside = { unit: 'zhifu', stageRole: 'window' as Role };
    for (const action of ['accept', 'claim', 'handOver', 'terminate', 'extend', 'remind', 'pauseClock', 'addCosigner'])
      expect(`${action} ${verdict(hospital, action, inside)}`).toBe(`${action} ACCESS_DENIED`);
  });

  it('sees nothing of a case in which it has no part, even of its own kind', () => {
    expect(verdict(hospital, 'giveOpinion', { unit: 'other hospital', parties: ['other hospital'] })).toBe('NOT_FOUND');
    expect(verdict(hospital, 'note', { parties: [] })).toBe('NOT_FOUND');
  });

  it('mends, supplements and cancels an application only where it is the organisation’s own', () => {
    for (const action of ['saveForm', 'receiveSupplement', 'cancelApplication']) {
      expect(verdict(hospital, action, { owners: ['index-of-hospital'] })).toBe('yes');
      expect(verdict(hospital, action, { owners: ['index-of-a-patient'] })).toBe('ACCESS_DENIED');
    }
  });
});
