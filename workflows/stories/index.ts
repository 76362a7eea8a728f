import type { CaseFile } from '../kernel/case-file';
import { accountWithdrawal } from './account-withdrawal.story';
import { cardSettlement } from './card-settlement.story';
import { certificate } from './certificate.story';
import { designationAssessment } from './designation-assessment.story';
import { designationRound } from './designation-round.story';
import { chronicDisease } from './chronic-disease.story';
import { filing } from './filing.story';
import { longTermCare } from './long-term-care.story';
import { rosterEnrolment } from './roster.story';
import { maternityAllowance } from './maternity-allowance.story';
import { maternityPayment } from './maternity-payment.story';
import { reimbursement } from './reimbursement.story';
import { service } from './service.story';
import { institutionSettlement } from './settlement.story';
import { transferIn } from './transfer-in.story';
import { transferOut } from './transfer-out.story';

export type Story = (file: CaseFile) => Promise<void>;

/** By the name that the catalogue's items use. */
export const stories: Record<string, Story> = {
  certificate,
  transferOut,
  transferIn,
  service,
  rosterEnrolment,
  accountWithdrawal,
  filing,
  cardSettlement,
  chronicDisease,
  longTermCare,
  designationAssessment,
  designationRound,
  reimbursement,
  maternityPayment,
  maternityAllowance,
  institutionSettlement,
};

/** The story that the catalogue names for an item. */
export function storyOf(name: string): Story {
  const story = stories[name];
  if (!story) throw new Error(`no story ${name}`);
  return story;
}
