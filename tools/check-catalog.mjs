import { requireSource } from './from-source.mjs';

/** `npm run check:catalog`: holds the catalogue's files against its rules. */
const { checkCatalog } = requireSource('catalog', 'check', 'index.ts');
const { reportTable } = requireSource('catalog', 'check', 'report.ts');

const { findings, items } = checkCatalog();
console.table(Object.fromEntries(reportTable(items).map(({ item, ...rest }) => [item, rest])));
for (const { file, at, problem } of findings) console.error(`catalog/${file}  ${at}  ${problem}`);
console.log(
  findings.length === 0
    ? `catalogue: ${items.length} items, nothing to complain of`
    : `catalogue: ${findings.length} findings`,
);
process.exit(findings.length === 0 ? 0 : 1);
