import type { CaseFile } from '../kernel/case-file';

/**
 * 公示 → 协商谈判 → 协议签订 (烟台 10.1, 10.2 四.3–5; for 青岛 our setting). Each returns false when the case has come to its end there.
 */

/**
 * 公示 of the result. An objection stops the days of this applicant alone until it is decided: upheld, the applicant is out with the reasons;
 * dismissed, the notice goes on with the days that were left (烟台 四.3 prints none of this: our setting).
 */
export async function publicNotice(file: CaseFile): Promise<boolean> {
  file.document('publicNotice', { days: file.state.rules.clocks.find(({ id }) => id === 'publicNotice')?.quantity });
  file.fact('noticePublished');
  for (let nth = 1; ; nth++) {
    const step = nth === 1 ? '' : `#${nth}`;
    const shown = await file.taskWithin('publicNotice', 'publicNotice', `publicNotice${step}`);
    if (shown.action === 'elapsed') break;
    file.hold('objection', String(shown.input.objection ?? ''), `hold:objection${step}`);
    const decided = await file.task('decideObjection', `decideObjection${step}`);
    if (decided.action === 'upholdObjection') {
      file.conclude('rejected', `公示异议成立：${String(decided.input.reason)}`);
      return false;
    }
    file.goOn('objection', `goOn:objection${step}`);
  }
  file.fact('noticeEnded');
  return true;
}

/** 协商谈判 in as many meetings as it takes, each with its minutes; agreed terms go into the agreement, failed talks end the case with the reason. */
export async function agree(file: CaseFile): Promise<boolean> {
  for (let meeting = 1; ; meeting++) {
    const talks = await file.task('negotiate', meeting === 1 ? 'negotiate' : `negotiate#${meeting}`);
    if (talks.action === 'recordMeeting') continue;
    if (talks.action === 'failTalks') {
      file.conclude('rejected', `协商谈判未达成一致：${String(talks.input.reason)}`);
      return false;
    }
    const signed = await file.task('signAgreement');
    file.document('agreement', { ...talks.input, ...signed.input, signedOn: signed.on, meetings: meeting });
    return true;
  }
}

/** The agreement makes it a 定点医药机构 for its term: from its first day the institution is settled every month (YT-11, QD-10). */
export async function designate(file: CaseFile): Promise<void> {
  const signed = file.state.steps.signAgreement;
  const { agreementFrom: from, agreementTo: to, merchantNo } = signed?.input ?? {};
  const agreed = { kind: file.params.designates, signedOn: signed?.on, from, to };
  await file.effect('designateInstitution', { ...agreed, ...(merchantNo ? { merchantNo } : {}) });
}

/** 培训并验收 beside the publishing of the list (烟台 四.5: 同时): what does not pass is put right and looked at again. */
export async function trainAndCheck(file: CaseFile): Promise<void> {
  await file.all([() => file.task('train'), () => checkReadiness(file)]);
}

async function checkReadiness(file: CaseFile): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const checked = await file.task('checkReadiness', attempt === 1 ? 'checkReadiness' : `checkReadiness#${attempt}`);
    if (checked.action === 'passReadiness') return;
  }
}
