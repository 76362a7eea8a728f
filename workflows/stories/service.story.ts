import type { CaseFile } from '../kernel/case-file';
import { payOut } from './pay-out';
import { record } from './record';
import { review } from './review';

/** 即时服务: taken in and decided, entered in the core platform, paid where the item pays. */
export async function service(file: CaseFile): Promise<void> {
  await file.intake();
  await review(file);
  await record(file);
  await payOut(file);
  file.conclude();
}
