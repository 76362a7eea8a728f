import { dueSteps } from './due-steps';

const round = { closesOn: '2026-03-31', data: { noticeOn: '2026-05-15', listOn: '2026-07-01' } };
const reached = (today: string) => dueSteps(round, today).map(({ step }) => step);

describe('a round', () => {
  it('assesses from the day after its applications close', () => {
    expect(reached('2026-03-31')).toEqual([]);
    expect(dueSteps(round, '2026-04-01')).toEqual([{ step: 'assessment', on: '2026-04-01' }]);
  });

  it('makes results and list public on its own days, whoever is late', () => {
    expect(reached('2026-05-14')).toEqual(['assessment']);
    expect(reached('2026-05-15')).toEqual(['assessment', 'notice']);
    expect(reached('2026-07-01')).toEqual(['assessment', 'notice', 'list']);
  });
});
