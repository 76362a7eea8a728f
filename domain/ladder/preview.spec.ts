import type { RungRule } from '@due-process/contracts';
import { calendar } from '../calendar/notices.fixture';
import { ladderCalls } from './preview';

const rungs: RungRule[] = [
  { id: 'half', share: 0.5, receivers: ['holder'] },
  { id: 'due', due: true, receivers: ['holder', 'head'], sms: true },
  { id: 'late3', afterDue: 3, receivers: ['leader', 'supervise'] },
];
const rule = {
  id: 'statutory',
  name: '法定时限',
  quantity: 10,
  unit: 'workingDay' as const,
  stoppedBy: ['supplement'],
};

describe('a ladder before it is in force', () => {
  it('lists every message with its day, its receivers and whether it goes by SMS', () => {
    // 2026年春节 2月15—23日放假，2月14、28日上班
    const { dueOn, calls } = ladderCalls(rule, rungs, { startOn: '2026-02-09', calendar, pauses: [] });
    expect(dueOn).toBe('2026-02-28');
    expect(calls.map(({ words, on, receivers, sms }) => [words, on, receivers.join(), sms])).toEqual([
      ['办到 50%', '2026-02-14', 'holder', false],
      ['到期当日', '2026-02-28', 'holder,head', true],
      ['逾期 3 个工作日', '2026-03-04', 'leader,supervise', false],
    ]);
  });

  it('moves with a pause, if the limit knows any cause that stops it', () => {
    const asked = { startOn: '2026-03-02', calendar, pauses: [{ from: '2026-03-03', to: '2026-03-10' }] };
    // 4, 5, 6, 9 and 10 March stand still: five working days after the 16th.
    expect(ladderCalls(rule, rungs, asked).dueOn).toBe('2026-03-23');
    expect(ladderCalls({ ...rule, stoppedBy: [] }, rungs, asked).dueOn).toBe('2026-03-16');
  });
});
