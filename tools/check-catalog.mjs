import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireSource, root } from './from-source.mjs';

/** `npm run check:catalog`: holds the catalogue's files against its rules. */
const { checkCatalog } = requireSource('catalog', 'check', 'index.ts');
const { missingItems, reportTable } = requireSource('catalog', 'check', 'report.ts');

const checked = checkCatalog();
const { findings, items, listed } = checked;
/** What the last walks saw (`npm test -- walks`). */
const seen = JSON.parse(readFileSync(join(root, 'docs', 'seen.json'), 'utf8'));
console.table(reportTable(checked, seen));
const missing = missingItems(checked);
if (missing.length > 0)
  console.log(`without a file yet: ${missing.length} of ${Object.keys(listed).length}: ${missing.join(' ')}`);
for (const { file, at, problem } of findings) console.error(`catalog/${file}  ${at}  ${problem}`);
console.log(
  findings.length === 0
    ? `catalogue: ${items.length} items, nothing to complain of`
    : `catalogue: ${findings.length} findings`,
);
process.exit(findings.length === 0 ? 0 : 1);
