import type { CaseFile } from '../kernel/case-file';
import { auditedAndSettled } from './audited';
import { payBenefit } from './benefit-payment';

/** 手工（零星）报销 (YT-6.1 to YT-6.3, YT-9.1, QD-6.1, QD-6.2, QD-8.2): 受理、审核、结算、拨付. */
export async function reimbursement(file: CaseFile): Promise<void> {
  await file.intake();
  if (file.params.finding) await file.task('emergencyFinding');
  await file.task(String(file.params.audits));
  const { payableFen } = await auditedAndSettled(file);
  await payBenefit(file, { amountFen: payableFen, stage: 'disburse', ordered: true });
  file.conclude();
}
