import type { IsoDate, StepResult } from '@due-process/contracts';
import type { CaseFile } from '../kernel/case-file';

/** 评估 of an institution that applies for designation: by a group or a third party, on paper and on site, item by item, and approved by another. */
export interface Assessment {
  passed: boolean;
  score: number;
  documentNo: string;
}

const scoreOf = ({ input }: StepResult): number =>
  Object.entries(input).reduce((sum, [id, value]) => sum + (id.startsWith('score') ? Number(value ?? 0) : 0), 0);

/** `round` tells the second assessment's steps from the first's. What the approver returns is assessed anew. */
export async function assess(file: CaseFile, round: string): Promise<Assessment> {
  for (let attempt = 1; ; attempt++) {
    const nth = `${round}${attempt === 1 ? '' : `#${attempt}`}`;
    const assessed = await file.task('assess', `assess${nth}`);
    const approved = await file.task('approveAssessment', `approveAssessment${nth}`);
    if (approved.action === 'returnAssessment') continue;
    const score = scoreOf(assessed);
    const passed = score >= Number(file.params.passMark);
    const data = { ...assessed.input, score, passMark: file.params.passMark, passed, second: round !== '' };
    const key = `document:assessmentNotice${round}`;
    file.document('assessmentNotice', data, key);
    return { passed, score, documentNo: String(file.state.steps[key]?.input.documentNo) };
  }
}

/** 送达 with its receipt: the day of delivery is the day from which everything after it counts. */
export async function deliver(
  file: CaseFile,
  round: string,
  fact: string,
  { documentNo }: Assessment,
): Promise<IsoDate> {
  const { input, on } = await file.task('deliverResult', `deliverResult${round}`);
  file.document('deliveryReceipt', { ...input, deliveredOn: on, of: documentNo }, `document:deliveryReceipt${round}`);
  file.fact(fact);
  return on;
}
