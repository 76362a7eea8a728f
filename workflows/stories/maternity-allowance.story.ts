import { allowancePayments, allowanceTotal, shanghaiInstant, type Allowance } from '@due-process/domain';
import type { CaseFile } from '../kernel/case-file';
import { payBenefit } from './benefit-payment';

/**
 * 生育津贴 (YT-8.5, QD-7.4). 烟台 pays it at each month's end, beginning in the month after the birth was settled, until the entitled days end; a case that
 * the monthly settlement opened by itself (免申即享) brings its figures along. 青岛 pays in one sum after the decision.
 */
export async function maternityAllowance(file: CaseFile): Promise<void> {
  await file.intake();
  const allowance = await assessed(file);
  file.fact('maternitySettled', 'fact:maternitySettled', allowance.settledOn);
  const payments = allowancePayments(allowance);
  const totalFen = allowanceTotal(allowance);
  const { monthly } = file.params;
  const { from, days, monthlyBaseFen } = allowance;
  file.document('settlementStatement', {
    totalFen,
    entitledFrom: from,
    entitledDays: days,
    monthlyBaseFen,
    ...(monthly ? { payments } : {}),
  });
  if (monthly) {
    for (const { period, payOn, amountFen } of payments) {
      await file.at(`until:${period}`, shanghaiInstant(payOn, '09:00'));
      await payBenefit(file, { amountFen, period, stage: 'disburse', ordered: false });
      file.fact('allowanceBegun');
    }
  } else await payBenefit(file, { amountFen: totalFen, stage: 'disburse', ordered: true });
  file.conclude();
}

/** What a monthly settlement list brings along; a settlement of our own brings the birth alone, and a person finds the rest. */
const figures = ['entitledFrom', 'entitledDays', 'monthlyBaseFen'] as const;

/** Days and base as a person found them, or as they came with the settlement. */
async function assessed(file: CaseFile): Promise<Allowance> {
  const pushed = file.state.channel === file.params.pushedChannel && figures.every((id) => file.form[id] !== undefined);
  if (pushed) file.automatic('assessAllowance', 'assess');
  const found = pushed ? file.form : (await file.task('assessAllowance')).input;
  return {
    from: String(found.entitledFrom),
    days: Number(found.entitledDays),
    monthlyBaseFen: Number(found.monthlyBaseFen),
    settledOn: String(file.form.settledOn ?? file.state.receivedOn),
  };
}
