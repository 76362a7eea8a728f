import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Situation } from '@due-process/catalog';
import { today } from '../support/deadlines';

/** How a situation came out when it was last walked: with what it printed, or why it failed. */
type Walked = { on: string; printed: string[] } | { on: string; failed: string };

const file = join(__dirname, '..', '..', 'docs', 'seen.json');

interface Seen {
  situations: Record<string, Walked>;
  screens: Record<string, string>;
  transcribed: Record<string, string>;
}

const read = (): Seen => JSON.parse(readFileSync(file, 'utf8')) as Seen;
const write = (seen: Seen): void => writeFileSync(file, `${JSON.stringify(seen, null, 1)}\n`);

/** docs/seen.json, from which docs/items.md is made: the newest walk of every situation, also when only some are walked. */
export class WalkRecord {
  private readonly fresh = new Map<string, Walked>();

  walked({ id }: Situation, printed: string[]): void {
    this.fresh.set(id, { on: today(), printed: [...new Set(printed)] });
  }

  failed({ id }: Situation, error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.fresh.set(id, { on: today(), failed: words.replace(/\s+/gu, ' ').slice(0, 200) });
  }

  /** Situations that the catalogue no longer has are forgotten. */
  save(situations: readonly Situation[]): void {
    const { situations: before, ...rest } = read();
    const kept: Record<string, Walked> = { ...before, ...Object.fromEntries(this.fresh) };
    write({
      ...rest,
      situations: Object.fromEntries(situations.flatMap(({ id }) => (kept[id] ? [[id, kept[id]]] : []))),
    });
  }
}

/** Items whose pages were looked at today. */
export function seenOnScreen(codes: readonly string[]): void {
  const seen = read();
  write({ ...seen, screens: { ...seen.screens, ...Object.fromEntries(codes.map((code) => [code, today()])) } });
}
