import type { CaseFile } from '../kernel/case-file';
import { record } from './record';
import { review } from './review';

/**
 * 名册登记 (YT-1.2, YT-1.5, QD-1.2, QD-1.4): the lines that hold are registered, the others come back with their reasons and may be handed in again
 * in a new list. One person alone is registered as in every instant service.
 */
export async function rosterEnrolment(file: CaseFile): Promise<void> {
  await file.intake();
  await review(file);
  const roster = file.form.roster;
  if (!isNamed(roster)) {
    await record(file);
    return file.conclude();
  }
  const { variant } = file.state;
  const done = await file.effect('processRoster', {
    rosterId: roster.code,
    kind: file.params.records,
    ...(variant === undefined ? {} : { variant }),
    ...(file.form.insuredYear === undefined ? {} : { insuredYear: file.form.insuredYear }),
  });
  const { lines, accepted, rejected } = done.input;
  file.document('rosterResult', { roster: roster.name, lines, accepted, rejected });
  if (accepted === 0) return file.conclude('rejected', '名册中没有可以登记的人员，各行原因见名册处理结果通知');
  file.conclude();
}

const isNamed = (value: unknown): value is { code: string; name: string } =>
  typeof value === 'object' && value !== null && 'code' in value;
