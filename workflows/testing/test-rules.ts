import type { ClockRule, ItemRules, StageRule } from '@due-process/contracts';
import { rulesOf } from './people';

const basis = { section: 'test', own: true };
const stage = (id: string, more: Partial<StageRule> = {}): StageRule => ({
  id,
  name: id,
  shows: 'inReview',
  role: 'review',
  unit: 'transfer-section',
  actions: [
    { id: `finish-${id}`, label: id },
    { id: `back-from-${id}`, label: id, sendsBackTo: 'first' },
  ],
  basis,
  ...more,
});

const publicNotice: ClockRule = {
  id: 'publicNotice',
  kind: 'publicNotice',
  name: '公示',
  quantity: 7,
  unit: 'calendarDay',
  startsOn: 'acceptance',
  metBy: ['conclusion'],
  stoppedBy: ['specialProcedure'],
  ladder: [],
  basis,
};

/** The rules of an item that no catalogue has: for stories that only tests play. */
export function testRules(story: 'sideBySide' | 'plain' | 'notice' | 'brokenBranch' | 'strayRejection'): ItemRules {
  const rules = rulesOf('YT-2.2');
  return {
    ...rules,
    code: 'TEST',
    story,
    clocks: [publicNotice],
    stages: [
      ...rules.stages.filter(({ id }) => id === 'intake'),
      ...['first', 'left', 'right', 'upper', 'lower', 'last'].map((id) => stage(id)),
    ],
    service: { ...rules.service, mode: 'atOnce' },
  };
}
