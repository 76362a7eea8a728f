import { benefitStart, type BenefitStart } from '@due-process/domain';
import type { CaseFile } from '../kernel/case-file';
import { examine } from './expert-review';
import { factOf, nameIn } from './fact';
import { record } from './record';

/**
 * 门诊慢病、慢特病病种待遇 (YT-7, QD-5). A hospital that may decide a listed disease does so at once; any other case is reviewed by the agency: listed diseases
 * at once, the others within their limit, in 烟台 in the round of the quarter.
 */
export async function chronicDisease(file: CaseFile): Promise<void> {
  await file.intake();
  const listed = factOf(file, 'diseaseRoute') === 'listed';
  const first = hospitalReviews(file) ? await examine(file, 'hospitalReview') : undefined;
  if (file.state.outcome) return;
  if (!listed && typeof file.params.round === 'string') await file.round(file.params.round);
  const last = first && listed ? first : await examine(file, 'review');
  if (!last) return;

  const { receivedOn, form } = file.state;
  const benefitFrom = benefitStart(file.params.benefitFrom as BenefitStart, {
    appliedOn: receivedOn,
    approvedOn: last.on,
  });
  const recognised = {
    diseaseName: String(form.otherDisease ?? nameIn(file, 'diseaseRoute') ?? ''),
    benefitFrom,
    ...designated(first?.input.designatedHospital ?? last.input.designatedHospital),
  };
  await record(file, recognised);
  file.document('recognitionForm', {
    ...recognised,
    approvedOn: last.on,
    ...(first && listed ? { decidedBy: nameIn(file, 'hospitalRight') ?? String(form.hospital ?? '') } : {}),
    ...(typeof first?.input.signedOn === 'string' ? { signedOn: first.input.signedOn } : {}),
  });
  file.conclude();
}

const designated = (hospital: unknown) => (typeof hospital === 'string' ? { designatedHospital: hospital } : {});

/** By the hospital's own channel, unless it only takes applications in for the agency (QD-5 三（一）3, 其他病种). */
function hospitalReviews(file: CaseFile): boolean {
  const { hospitalChannels } = file.params;
  const here = Array.isArray(hospitalChannels) && hospitalChannels.includes(file.state.channel);
  return here && factOf(file, 'hospitalRight') !== 'takesIn';
}
