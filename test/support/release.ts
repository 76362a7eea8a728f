import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const bundle = join(__dirname, '..', '..', 'apps', 'worker', 'dist', 'workflow-bundle.js');

/**
 * Another release of the cases' code lies ready for the next worker that starts: in it the story throws as soon as it runs for this case, as a defect
 * would. What comes back puts the good release in its place again.
 */
export function faultyRelease(story: string, caseNo: string, words: string): () => void {
  const good = readFileSync(bundle, 'utf8');
  const begins = `async function ${story}(file) {`;
  if (good.split(begins).length !== 2) throw new Error(`the release has not one story ${story}`);
  const fault = `if (file.state.caseNo === '${caseNo}') throw new Error('${words}');`;
  writeFileSync(bundle, good.replace(begins, `${begins}\n    ${fault}`));
  return () => writeFileSync(bundle, good);
}
