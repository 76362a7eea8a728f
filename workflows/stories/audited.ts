import { statementOf, type Statement } from '@due-process/domain';
import type { CaseFile } from '../kernel/case-file';

/** 审核、结算 by two people; the statement says what was taken off and why, and what the funds pay. */
export async function auditedAndSettled(file: CaseFile): Promise<Statement> {
  const { audits, settles } = file.params;
  const settled = await file.task(String(settles));
  const audited = audits === undefined ? settled : file.state.steps[String(audits)];
  const statement = statementOf(audited?.input ?? {}, settled.input);
  file.document('settlementStatement', statement);
  return statement;
}
