import type { CaseFile } from '../kernel/case-file';
import type { Story } from '../stories';

/** Replaced in the text of the bundle to make a release with a fault. */
const BUILD: string = 'sound-build';

/** Three reviews one after the other, the second side by side, and nothing that leaves the house: everything can be sent back. */
async function sideBySide(file: CaseFile): Promise<void> {
  await file.intake();
  await file.task('first');
  await file.all([() => file.task('left'), () => file.task('right'), () => twice(file)]);
  if (BUILD === 'faulty-build') throw new Error('a fault of this release');
  await file.task('last');
  file.conclude();
}

/** A branch that has two steps of its own. */
async function twice(file: CaseFile): Promise<void> {
  await file.task('upper');
  await file.task('lower');
}

/** Four people one after the other: what a case costs when nothing else happens. */
async function plain(file: CaseFile): Promise<void> {
  await file.intake();
  for (const stage of ['first', 'left', 'last']) await file.task(stage);
  file.conclude();
}

/** Waits for the end of a public notice, wherever pauses and calendars move it. */
async function notice(file: CaseFile): Promise<void> {
  await file.intake();
  await file.until('publicNotice');
  await file.task('last');
  file.conclude();
}

/** Throws in a branch while another branch waits for a person. */
async function brokenBranch(file: CaseFile): Promise<void> {
  await file.intake();
  const broken = async (): Promise<void> => {
    await file.task('left');
    throw new Error('a fault in a branch');
  };
  await file.all([broken, () => file.task('right')]);
}

/** A promise that nobody waits for fails: nothing of the case hears of it. */
async function strayRejection(file: CaseFile): Promise<void> {
  await file.intake();
  void Promise.reject(new Error('a fault nobody waits for'));
  await file.task('left');
  file.conclude();
}

export const testStories: Record<string, Story> = { sideBySide, plain, notice, brokenBranch, strayRejection };
