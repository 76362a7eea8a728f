import type { CaseFile } from '../kernel/case-file';

/**
 * 免申即享 (YT-8.5 三.1: 市域内生育的，无须申报办理): once the birth is settled its allowance is registered by itself, one for a birth. What the registration is
 * refused for comes to a person, who mends it and registers again, or says why none is due.
 */
export async function openAllowance(file: CaseFile): Promise<void> {
  const { opens, opensBy, opensAs, settles } = file.params;
  if (typeof opens !== 'string' || file.state.variant !== opensAs) return;
  for (let attempt = 1; ; attempt++) {
    const nth = attempt === 1 ? '' : `#${attempt}`;
    const { form, state } = file;
    const settledOn = state.steps[String(settles)]?.on ?? state.receivedOn;
    const opened = await file.effect(
      'openCase',
      {
        itemCode: opens,
        officeId: state.officeId,
        reference: `birth:${String(form.bornOn)}`,
        channel: opensBy,
        variant: opensAs,
        applicantKind: state.applicant.kind,
        idType: form.applicantIdType ?? 'identityCard',
        form: { bornOn: form.bornOn, settledOn, payTo: 'socialSecurityCard' },
      },
      `effect:openCase${nth}`,
    );
    if (opened.action === 'done') return;
    const decided = await file.task('openAllowance', `openAllowance${nth}`);
    if (decided.action === 'leaveOut') return;
  }
}
