import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldEvent } from './events';

/**
 * JSON lines, one event a line, written before anybody is answered. A line cut off by a crash was answered to nobody:
 * it is dropped on opening, so that the next line does not run into it.
 */
export class Journal {
  private readonly file: number;
  private open = true;
  readonly past: WorldEvent[];

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, 'journal.jsonl');
    this.file = openSync(path, 'a', 0o600);
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) ftruncateSync(this.file, Buffer.byteLength(whole));
    this.past = whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as WorldEvent);
  }

  append(event: WorldEvent): void {
    if (!this.open) throw new Error('The journal is closed.');
    writeSync(this.file, `${JSON.stringify(event)}\n`);
  }

  clear(): void {
    ftruncateSync(this.file, 0);
  }

  close(): void {
    if (this.open) closeSync(this.file);
    this.open = false;
  }
}
