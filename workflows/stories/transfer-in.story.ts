import type { CaseFile } from '../kernel/case-file';
import { contactBody } from './bodies';
import { review } from './review';

/**
 * 医疗保险关系转入 (YT-2.3, QD-3.2), the mirror of transferring out: the certificate is recorded with the application, the contact letter goes out at
 * once, and when the information form has come the periods are entered.
 */
export async function transferIn(file: CaseFile): Promise<void> {
  await file.intake();
  await review(file);
  const contactNo = file.send('contactLetter', file.otherPlace, contactBody(file.state), {
    parked: 'enrolmentCertificate',
  });
  await file.receive('informationForm', { remindAfter: Number(file.params.reminderDays), inReplyTo: contactNo });
  await file.untilDone('registerTransferIn', 'registerTransferIn', ({ paidMonths, accountReceivedFen }) => ({
    fromRegion: file.otherPlace,
    months: Number(paidMonths),
    accountBalanceFen: Number(accountReceivedFen ?? 0),
  }));
  file.conclude();
}
