import { requireSource } from './from-source.mjs';

/** `npm run check:catalog`: holds the catalogue's files against its rules. */
const { checkCatalog } = requireSource('catalog', 'check', 'index.ts');
const { missingItems, reportTable } = requireSource('catalog', 'check', 'report.ts');

const checked = checkCatalog();
const { findings, items, listed } = checked;
console.table(reportTable(checked));
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
