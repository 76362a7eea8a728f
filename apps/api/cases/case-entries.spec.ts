import type { CaseState, StepResult } from '@due-process/contracts';
import { caseEntries } from './case-entries';

const step = (
  key: string,
  action: string,
  input: Record<string, unknown>,
  order: number,
  by = 'reviewer',
): StepResult => ({
  key,
  action,
  input,
  by,
  on: '2026-03-02',
  order,
});
const stage = {
  id: 'auditCosts',
  name: '费用审核',
  actions: [
    {
      id: 'approve',
      label: '审核通过',
      input: [
        { id: 'medicineFen', label: '药品费', type: 'amountFen' },
        { id: 'deductedFen', label: '核减', type: 'amountFen' },
        { id: 'materials', label: '材料', type: 'materials' },
      ],
    },
  ],
};
const state = (...steps: StepResult[]) =>
  ({
    rules: { stages: [stage] },
    steps: Object.fromEntries(steps.map((one) => [one.key, one])),
  }) as unknown as CaseState;
const named = (id: string) => ({ id, name: `姓名${id}` });

it('tells in words what was entered, with the sums, and why the bank refused', () => {
  const told = caseEntries(
    state(
      step('effect:payBenefit', 'rejected', { reason: '户名不符' }, 2, 'system'),
      step('auditCosts', 'approve', { medicineFen: 100_050, deductedFen: 50, materials: ['x'] }, 1),
    ),
    named,
  );
  expect(told).toEqual([
    {
      key: 'auditCosts',
      stage: '费用审核',
      on: '2026-03-02',
      by: { id: 'reviewer', name: '姓名reviewer' },
      lines: [
        { label: '药品费', value: '1,000.50 元' },
        { label: '核减', value: '0.50 元' },
        { label: '费用合计', value: '1,000.50 元' },
        { label: '审核金额', value: '1,000.00 元' },
      ],
    },
    { key: 'effect:payBenefit', stage: '银行退回', on: '2026-03-02', lines: [{ label: '原因', value: '户名不符' }] },
  ]);
});

it('never opens a sealed value, and says nothing of a step without entries', () => {
  const account = {
    ...stage,
    id: 'disburse',
    name: '拨付',
    actions: [{ id: 'pay', label: '拨付', input: [{ id: 'bankAccount', label: '账号', type: 'bankAccount' }] }],
  };
  const given = state(
    step('disburse#2', 'pay', { bankAccount: { sealed: 's', masked: '6222***5702' } }, 2),
    step('effect:payBenefit', 'done', { paymentNo: '1' }, 3, 'system'),
  );
  const withStage = { ...given, rules: { stages: [account] } } as unknown as CaseState;
  expect(caseEntries(withStage, named).map(({ lines }) => lines)).toEqual([[{ label: '账号', value: '6222***5702' }]]);
});
