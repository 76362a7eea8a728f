import { sharesOf } from './guides/shares.mjs';

/**
 * `npm run check:guides [code …]`: holds what was transcribed against the guides' own text. A telephone, an address, a material or a limit that is
 * found nowhere in its item is an error; all other sentences count towards the share. The guides lie beside the repository or in GUIDES_DIR and are
 * no part of the product; without them there is nothing to compare, and that is said.
 */
const shares = sharesOf(process.argv.slice(2));
if (!shares) {
  console.log('check:guides: skipped, the guides are not here (GUIDES_DIR)');
  process.exit(0);
}
for (const line of shares.missing) console.log(line);
console.table(shares.table);
for (const complaint of shares.complaints) console.error(complaint);
process.exit(shares.complaints.length === 0 ? 0 : 1);
