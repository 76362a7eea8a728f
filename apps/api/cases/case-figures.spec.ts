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
const step = (input: Record<string, unknown>) => ({ key: 'task', action: 'done', order: 1, input });

describe('the figures of a settlement', () => {
  const reported = { reportCosts: step({ claimedEmployeeInpatient: 52000000, claimedResidentInpatient: 31000000 }) };

  it('stand in one table with their total: reported, taken off, above the quota, paid', () => {
    const steps = {
      ...reported,
      settleCosts: step({ deductionEmployeeInpatient: 1000000, quotaResidentInpatient: 30000000 }),
    };
    expect(caseFigures(state({ steps }), false)).toEqual({
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
    expect(caseFigures(state({ steps }), false)).toMatchObject({
      columns: ['清算类别', '申报', '扣费', '应付'],
      rows: [expect.anything(), ['居民住院（已退回）', '310,000.00', '0.00', '0.00'], expect.anything()],
    });
  });

  it('are not there before anything is reported, nor for other items', () => {
    expect(caseFigures(state({}), false)).toBeNull();
    expect(caseFigures(state({ steps: reported }, { opensFor: undefined }), false)).toBeNull();
  });

  it('are the agency’s own, while a hospital sees what came of its patient’s visit', () => {
    expect(caseFigures(state({ steps: reported }), true)).toBeNull();
    const settled = {
      key: 'effect:settleCard#2',
      action: 'done',
      order: 4,
      input: { totalFen: 1150000, basicFen: 858500, personalFen: 291500 },
    };
    const refused = { key: 'effect:settleCard', action: 'rejected', order: 2, input: { reason: '超限' } };
    const steps = { 'effect:settleCard': refused, 'effect:settleCard#2': settled };
    expect(caseFigures(state({ steps }, { opensFor: undefined }), true)?.rows).toEqual([
      ['费用总额', '11,500.00'],
      ['其中符合规定的费用', '0.00'],
      ['基本医疗保险支付', '8,585.00'],
      ['大病保险支付', '0.00'],
      ['补充医疗保险支付', '0.00'],
      ['个人负担', '2,915.00'],
    ]);
  });
});
