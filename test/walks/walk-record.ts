import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Situation } from '@due-process/catalog';
import { today } from '../support/deadlines';

/** How a situation came out when it was last walked: with what it printed, or why it failed. */
export type Walked = { on: string; printed: string[] } | { on: string; failed: string };

const file = join(__dirname, '..', '..', 'docs', 'walks.json');

/** docs/walks.json, from which docs/items.md is made: the newest walk of every situation, also when only some are walked. */
export class WalkRecord {
  private readonly fresh = new Map<string, Walked>();

  walked({ id }: Situation, printed: string[]): void {
    this.fresh.set(id, { on: today(), printed: [...new Set(printed)] });
  }

  failed({ id }: Situation, error: unknown): void {
    const [words = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    this.fresh.set(id, { on: today(), failed: words.slice(0, 200) });
  }

  /** Situations that the catalogue no longer has are forgotten. */
  save(situations: readonly Situation[]): void {
    const kept = { ...read(), ...Object.fromEntries(this.fresh) };
    const lines = situations.flatMap(({ id }) =>
      kept[id] ? [`  ${JSON.stringify(id)}: ${JSON.stringify(kept[id])}`] : [],
    );
    writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
  }
}

function read(): Record<string, Walked> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Walked>;
  } catch {
    return {};
  }
}
