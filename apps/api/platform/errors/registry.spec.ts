import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '@due-process/contracts';

describe('docs/http.md', () => {
  it('lists every error code with its status', () => {
    const text = readFileSync(join(__dirname, '../../../../docs/http.md'), 'utf8');
    const listed = new Map(
      [...text.matchAll(/^\| `([A-Z_]+)` *\| (\d{3}) /gm)].map(([, code, status]) => [code, status]),
    );
    const missing = Object.entries(ERRORS).filter(([code, { status }]) => listed.get(code) !== String(status));
    expect(missing.map(([code]) => code)).toEqual([]);
  });
});
