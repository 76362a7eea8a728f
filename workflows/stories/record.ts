import type { CaseFile } from '../kernel/case-file';

/**
 * Enters the decision in the core platform under the kind that the item names. What the platform refuses comes back to the window, which corrects
 * it and enters it again, or rejects the application with its reason. What can no longer be rejected names another stage for it.
 */
export async function record(
  file: CaseFile,
  data: Record<string, unknown> = {},
  kind = file.params.records,
  correctedIn = 'correctRecord',
): Promise<void> {
  if (typeof kind !== 'string') return;
  const { variant, applicant } = file.state;
  for (let attempt = 1; ; attempt++) {
    const nth = attempt === 1 ? '' : `#${attempt}`;
    const entered = { ...(variant ? { variant } : {}), applicantKind: applicant.kind, ...file.form, ...data };
    const done = await file.effect('coreRecord', { kind, data: entered }, `effect:coreRecord:${kind}${nth}`);
    if (done.action === 'done') return;
    await file.task(correctedIn, `${correctedIn}:${kind}${nth}`);
  }
}
