import type { CaseFile } from '../kernel/case-file';
import { settleAccount } from './account';
import { certificateBody, informationBody } from './bodies';
import { review } from './review';

/** 医疗保险关系转出 (YT-2.2, QD-3.1): certificate → the new place's contact letter → information form → personal account. */
export async function transferOut(file: CaseFile): Promise<void> {
  await file.intake();
  await review(file);
  const newPlace = file.otherPlace;
  const certificateNo = file.send('enrolmentCertificate', newPlace, certificateBody(file.state));
  const contact = await file.receive('contactLetter', {
    remindAfter: Number(file.params.reminderDays),
    inReplyTo: certificateNo,
  });
  const form = await file.task('prepareInformationForm');
  file.send('informationForm', newPlace, informationBody(file.state, form.input), {
    letterNo: String(contact.input.letterNo),
  });
  if (file.params.accountTask) await settleAccount(file);
  file.conclude();
}
