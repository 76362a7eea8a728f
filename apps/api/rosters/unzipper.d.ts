declare module 'unzipper' {
  import type { Duplex } from 'node:stream';

  /** Takes a zip and emits `entry`, a readable stream of unpacked bytes, for each file in it. */
  export function Parse(options?: { forceStream?: boolean }): Duplex;
}
