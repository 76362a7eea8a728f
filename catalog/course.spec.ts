import type { CaseState } from '@due-process/contracts';
import { loadCatalog } from './catalog';
import { courseOf } from './course';

const catalog = loadCatalog();

function course(
  code: string,
  application: { channel: string; variant?: string; facts?: Record<string, string> },
): string[] {
  const pinned = catalog.rules(code);
  if (!pinned) throw new Error(`no item ${code}`);
  const { facts = {}, ...given } = application;
  const known = Object.entries(facts).map(([id, value]) => [id, { id, value, holds: true }]);
  return courseOf({ rules: pinned.rules, facts: Object.fromEntries(known) as CaseState['facts'], ...given });
}

describe('the course of a case', () => {
  it.each([
    ['window', []],
    ['workstation', ['passOn']],
    ['online', ['preAcceptance']],
  ])('QD-7.1 by %s begins with its own steps alone', (channel, before) => {
    expect(course('QD-7.1', { channel })).toEqual([...before, 'intake', 'auditCosts', 'settleMaternity', 'disburse']);
  });

  it('pays nothing where only the account is changed', () => {
    expect(course('QD-2.1', { channel: 'window', variant: 'payoutAccountChange' })).toEqual(['intake', 'review']);
    expect(course('QD-2.1', { channel: 'window', variant: 'settledAbroad' })).toEqual(['intake', 'review', 'payOut']);
  });

  it('ends at the hospital for a listed disease that it may decide, and goes on to the agency otherwise', () => {
    const hospital = { channel: 'hospital', facts: { diseaseRoute: 'listed', hospitalRight: 'decides' } };
    expect(course('QD-5', hospital)).toEqual(['intake', 'hospitalReview']);
    expect(course('QD-5', { ...hospital, facts: { diseaseRoute: 'other', hospitalRight: 'takesIn' } })).toEqual([
      'intake',
      'review',
    ]);
  });

  it('announces no objection and no correction before there is one', () => {
    expect(course('QD-11', { channel: 'nursing', variant: 'disability' })).toEqual([
      'intake',
      'screening',
      'assessmentAcceptance',
      'homeVisit',
      'careDecision',
    ]);
  });
});
