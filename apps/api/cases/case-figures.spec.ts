import type { CaseState } from '@due-process/contracts';
import { caseFigures } from './case-figures';

const state = (given: Record<string, unknown>, params: Record<string, unknown> = {}): CaseState =>
  ({
    rules: { params: { opensFor: 'hospitals', categories: ['employeeInpatient', 'residentInpatient'], ...params } },
    form: { period: '2026-02-01' },
    facts: {},
    steps: {},
    ...given,
  }) as unknown as CaseState;
const step = (input: Record<string, unknown>) => ({ input });

describe('the figures of a settlement', () => {
  const reported = { reportCosts: step({ claimedEmployeeInpatient: 52000000, claimedResidentInpatient: 31000000 }) };

  it('stand in one table with their total: reported, taken off, above the quota, paid', () => {
    const steps = {
      ...reported,
      settleCosts: step({ deductionEmployeeInpatient: 1000000, quotaResidentInpatient: 30000000 }),
    };
    expect(caseFigures(state({ steps }))).toEqual({
      title: '结算明细（元）',
      columns: ['清算类别', '申报', '扣费', '月度指标', '超指标不付', '应付'],
      rows: [
        ['职工住院', '520,000.00', '10,000.00', '未设', '0.00', '510,000.00'],
        ['居民住院', '310,000.00', '0.00', '300,000.00', '10,000.00', '300,000.00'],
        ['合计', '830,000.00', '10,000.00', '', '10,000.00', '810,000.00'],
      ],
    });
  });

  it('say which category was returned and leave out quotas where there are none', () => {
    const steps = { ...reported, intake: step({ returnResidentInpatient: true }) };
    expect(caseFigures(state({ steps }))).toMatchObject({
      columns: ['清算类别', '申报', '扣费', '应付'],
      rows: [expect.anything(), ['居民住院（已退回）', '310,000.00', '0.00', '0.00'], expect.anything()],
    });
  });

  it('are not there before anything is reported, nor for other items', () => {
    expect(caseFigures(state({}))).toBeNull();
    expect(caseFigures(state({ steps: reported }, { opensFor: undefined }))).toBeNull();
  });
});
