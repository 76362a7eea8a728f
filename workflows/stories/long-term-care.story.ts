import { screen, type Screened } from '@due-process/domain';
import type { CaseFile } from '../kernel/case-file';
import { factOf } from './fact';
import { record } from './record';

/**
 * 长期护理保险待遇 (QD-11): screening by the institution, upload of those who pass; the assessment body takes it in, visits at home and gives the result (四（三）). Who does not
 * pass is told why and may object to the assessment body, which then assesses as well.
 */
export async function longTermCare(file: CaseFile): Promise<void> {
  await file.intake();
  const { input } = await file.task('screening');
  if (typeof input.physicianOpinion === 'string')
    file.document('physicianOpinion', { opinion: input.physicianOpinion, physicianNo: input.physicianNo });
  const screened = screenedBy(file, input);
  if (screened.passed) {
    await record(file, { ...scoresOf(input), passed: true }, 'careScreening');
    file.fact('screeningUploaded');
  } else if (!(await objected(file, input, screened))) return;

  await file.task('assessmentAcceptance');
  const { input: visit } = await file.task('homeVisit');
  const { input: found } = await file.task('careDecision');
  if (found.assessmentResult === 'meets') await record(file, { careLevel: found.careLevel, ...scoresOf(input) });
  file.document('assessmentConclusion', { ...visit, ...found });
  if (found.assessmentResult === 'meets') file.conclude();
  else file.conclude('rejected', `经评估不符合长期护理保险待遇条件：${String(found.opinion ?? '')}`);
}

function screenedBy(file: CaseFile, input: Record<string, unknown>): Screened {
  const { adl, adlOlder, mmse } = file.params;
  return screen(
    input,
    {
      kind: file.state.variant === 'dementia' ? 'dementia' : 'disability',
      older: factOf(file, 'ageBand') === 'older',
      hospitalCounts: factOf(file, 'diagnosisRight') === 'serves',
    },
    { adl: Number(adl), adlOlder: Number(adlOlder), mmse: Number(mmse) },
  );
}

/** Told with every reason; ends the case unless the applicant or the family objects (四（二）). */
async function objected(file: CaseFile, input: Record<string, unknown>, { reasons }: Screened): Promise<boolean> {
  file.document('screeningNotice', { ...scoresOf(input), reasons });
  file.fact('screeningFailed');
  const answer = await file.task('screeningObjection');
  if (answer.action === 'fileObjection') {
    file.fact('objectionFiled');
    return true;
  }
  file.conclude('rejected', `初步筛查未通过：${reasons.join('；')}`);
  return false;
}

/** Only what was measured. */
const scoresOf = ({ adlScore, mmseScore }: Record<string, unknown>) => ({
  ...(typeof adlScore === 'number' ? { adlScore } : {}),
  ...(typeof mmseScore === 'number' ? { mmseScore } : {}),
});
