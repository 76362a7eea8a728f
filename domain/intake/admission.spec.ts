import type { AcceptanceWindow, Restriction } from '@due-process/contracts';
import { calendar } from '../calendar/notices.fixture';
import { bannedUntil, judgeRestrictions, judgeWindow } from './admission';

const window = (from: string, to: string, data: AcceptanceWindow['data'] = {}): AcceptanceWindow => ({
  id: from,
  region: '370200',
  kind: 'acceptancePlan',
  itemCodes: ['QD-9.1'],
  name: `${from.slice(0, 4)}年计划`,
  from,
  to,
  data,
});
const rule = { name: '受理计划', refusal: '{name}的受理时间为 {from} 至 {to}' };
const stated = (receivedOn: string, given: { district?: string; kind?: string; mayBeKept?: boolean } = {}) => ({
  mayBeKept: false,
  receivedOn,
  ...given,
});

describe('a published window', () => {
  const windows = [window('2026-03-01', '2026-03-31'), window('2026-09-01', '2026-09-30')];

  it('takes in on its first and on its last day', () => {
    for (const day of ['2026-03-01', '2026-03-31', '2026-09-15'])
      expect(judgeWindow(rule, windows, stated(day))).toHaveProperty('window.id');
  });

  it('refuses outside with the dates of the next one, and after the last with those of the last', () => {
    expect(judgeWindow(rule, windows, stated('2026-04-01'))).toMatchObject({
      refusal: { code: 'ADMISSION_OUTSIDE_PERIOD', detail: '2026年计划的受理时间为 2026-09-01 至 2026-09-30' },
    });
    expect(judgeWindow(rule, windows, stated('2026-10-01'))).toMatchObject({ refusal: { data: { to: '2026-09-30' } } });
  });

  it('that is not published is said to be so', () => {
    expect(judgeWindow(rule, [], stated('2026-03-01'))).toMatchObject({
      refusal: { detail: '受理计划：尚未公布受理时间' },
    });
  });

  it('lets an application be kept only when the applicant agrees', () => {
    expect(judgeWindow(rule, windows, stated('2026-04-01', { mayBeKept: true }))).toEqual({ kept: true });
  });

  it('refuses a district or a kind that it does not name, and another open window may take it in', () => {
    const plan = window('2026-03-01', '2026-03-31', { districts: ['市南区'], kinds: ['门诊部、诊所'] });
    const far = judgeWindow(rule, [plan], stated('2026-03-02', { district: '崂山区', kind: '门诊部、诊所' }));
    expect(far).toMatchObject({ refusal: { code: 'ADMISSION_OUTSIDE_PLAN' } });
    const both = [plan, window('2026-03-01', '2026-04-30')];
    expect(judgeWindow(rule, both, stated('2026-03-02', { district: '崂山区' }))).toMatchObject({
      window: { to: '2026-04-30' },
    });
  });
});

describe('a restriction of a year', () => {
  const ban: Restriction = {
    id: 'x',
    region: '370200',
    subject: 's',
    itemCodes: ['QD-9.1'],
    from: '2025-03-10',
    quantity: 1,
    unit: 'year',
    until: '2026-03-10',
    reason: '再次评估仍不合格',
    caseNo: 'c',
  };
  const refusal = { refusal: '至 {until} 止' };

  it('ends on the corresponding day, and stands on that day still', () => {
    // 2026-03-10 is a Tuesday and no holiday.
    expect(bannedUntil(ban, calendar)).toBe('2026-03-10');
    expect(judgeRestrictions(refusal, [ban], '2026-03-10', calendar)).toMatchObject({
      code: 'ADMISSION_BANNED',
      detail: '至 2026-03-10 止',
    });
    expect(judgeRestrictions(refusal, [ban], '2026-03-11', calendar)).toBeUndefined();
  });

  it('whose last day is a day of rest ends on the next working day (Civil Code 203)', () => {
    // 2026-02-20 lies in the Spring Festival, 15 to 23 February.
    expect(bannedUntil({ ...ban, from: '2025-02-20' }, calendar)).toBe('2026-02-24');
  });

  it('does not stand in the way of what was received before it', () => {
    expect(judgeRestrictions(refusal, [ban], '2025-03-09', calendar)).toBeUndefined();
  });
});
