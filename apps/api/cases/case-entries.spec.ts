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

it('says why a pharmacy’s deduction, its account or its payment came back', () => {
  const back = (key: string, reason: string, order: number) => step(key, 'rejected', { reason }, order, 'system');
  const told = caseEntries(
    state(
      back('set:deducted', '商户号 QDYD0404 不在本批次', 1),
      back('effect:paySet', '已拨付 1 家；退回 1 家', 2),
      back('set:payee#2', '商户号 QDYD0404 不在本批次', 3),
      back('effect:openCase', '填写有误', 4),
      step('set:deducted#3', 'done', {}, 5, 'system'),
    ),
    named,
  );
  expect(told.map((one) => [one.stage, one.lines[0]?.value])).toEqual([
    ['扣减没有登记', '商户号 QDYD0404 不在本批次'],
    ['银行退回', '已拨付 1 家；退回 1 家'],
    ['账户没有更正', '商户号 QDYD0404 不在本批次'],
    ['自动登记未成', '填写有误'],
  ]);
});
