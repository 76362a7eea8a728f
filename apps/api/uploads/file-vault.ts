import { Inject, Injectable } from '@nestjs/common';
import { createFileCipher, type Keys } from '@due-process/secrets';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CONFIG, type Config } from '../platform/config/config';
import { KEYS } from '../platform/keys/keys.module';
import { fileKind, headBytes, type MediaType } from './file-kind';

export interface KeptFile {
  /** Below the vault's folder. */
  location: string;
  bytes: number;
  /** Of the file as it came, in hex. */
  sha256: string;
  mediaType: MediaType | undefined;
}

/** Files on disk, sealed, under names of our own; outside of what the web server serves. */
@Injectable()
export class FileVault {
  private readonly cipher;
  private readonly folder: string;

  constructor(@Inject(KEYS) keys: Keys, @Inject(CONFIG) config: Config) {
    this.cipher = createFileCipher(keys);
    this.folder = join(config.filesDir, 'uploads');
  }

  /** On disk and flushed when this answers. */
  async keep(source: Readable): Promise<KeptFile> {
    const location = join(new Date().toISOString().slice(0, 7), randomUUID());
    const path = join(this.folder, location);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let head = Buffer.alloc(0);
    let bytes = 0;
    const look = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes)]);
        yield chunk;
      }
    };
    try {
      await pipeline(source, look, this.cipher.sealing(), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      await flushed(path);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { location, bytes, sha256: hash.digest('hex'), mediaType: fileKind(head) };
  }

  read(location: string): Readable {
    const opened = this.cipher.opening();
    createReadStream(join(this.folder, location))
      .on('error', (error) => opened.destroy(error))
      .pipe(opened);
    return opened;
  }

  async remove(location: string): Promise<void> {
    await rm(join(this.folder, location), { force: true });
  }
}

async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
