import type { CaseFile } from '../kernel/case-file';
import { certificateBody } from './bodies';

/** 出具参保凭证 (YT-2.1): the certificate is issued, sent to the new place, and that is all. */
export async function certificate(file: CaseFile): Promise<void> {
  await file.intake();
  file.send('enrolmentCertificate', file.otherPlace, certificateBody(file.state));
  file.conclude();
}
