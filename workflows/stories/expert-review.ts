import type { StepResult } from '@due-process/contracts';
import type { CaseFile } from '../kernel/case-file';

/**
 * 审核, where one of four grounds may send the case to medical experts on site (YT-7 四 3). Their time does not count; their finding comes back to the same
 * reviewer's stage, and one that fails the admission standard ends the case with their words.
 */
export async function examine(file: CaseFile, stage: string): Promise<StepResult | undefined> {
  for (let time = 1; ; time++) {
    const nth = time === 1 ? '' : `#${time}`;
    const done = await file.task(stage, `${stage}${nth}`);
    if (done.action !== 'referToExperts') return done;
    const visit = `expertReview:${stage}${nth}`;
    file.hold('expertReview', textOf(done.input.doubt), `hold:${visit}`);
    const found = await file.task('expertReview', visit);
    file.goOn('expertReview', `goOn:${visit}`);
    if (found.input.expertResult === 'fails') {
      file.conclude('rejected', `经医学专家现场审核，不符合病种准入标准：${textOf(found.input.opinion) ?? ''}`);
      return undefined;
    }
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
