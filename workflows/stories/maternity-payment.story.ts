import type { CaseFile } from '../kernel/case-file';
import { auditedAndSettled } from './audited';
import { payBenefit } from './benefit-payment';
import { openAllowance } from './follow-on';
import { record } from './record';

const cameBy = (file: CaseFile, channels: unknown): boolean =>
  Array.isArray(channels) ? channels.includes(file.state.channel) : channels === file.state.channel;

/**
 * 产前检查费、生育医疗费、计划生育医疗费 (YT-8.1 to YT-8.4, QD-7.1 to QD-7.3). 青岛 takes online applications in provisionally and lets work stations
 * pass theirs on, then 审核、结算、拨付. 烟台 settles at once: at the hospital, where only the settlement is recorded, or at the window, where it is paid.
 */
export async function maternityPayment(file: CaseFile): Promise<void> {
  const { preAcceptance, passingOn, audits, hospitalChannel } = file.params;
  if (cameBy(file, preAcceptance)) await file.task('preAcceptance');
  if (cameBy(file, passingOn)) await file.task('passOn');
  await file.intake();
  if (audits !== undefined) await file.task(String(audits));
  const { claimedFen, auditedFen, payableFen } = await auditedAndSettled(file);
  if (cameBy(file, hospitalChannel)) await record(file, { claimedFen, auditedFen, payableFen });
  else if (audits !== undefined) await payBenefit(file, { amountFen: payableFen, stage: 'disburse', ordered: true });
  else await payBenefit(file, { amountFen: payableFen, stage: 'correctAccount', ordered: false });
  await openAllowance(file);
  file.conclude();
}
