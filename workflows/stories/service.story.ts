import type { CaseFile } from '../kernel/case-file';
import { payOut } from './pay-out';
import { printRecord } from './printed-record';
import { record } from './record';
import { review } from './review';

/** 即时服务: taken in and decided, entered in the core platform, paid where the item pays; a query is answered by a printed record. */
export async function service(file: CaseFile): Promise<void> {
  await file.intake();
  await review(file);
  await record(file);
  await payOut(file);
  printRecord(file);
  file.conclude();
}
