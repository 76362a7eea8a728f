import { Inject, Injectable } from '@nestjs/common';
import { cleanIdNumber, maskedName, maskedNumber } from '@due-process/domain';
import { createColumnCipher, createSubject, type Keys } from '@due-process/secrets';
import type { Request, Response } from 'express';
import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { oneFile } from '../platform/http/one-file';
import { inputProblem } from '../platform/http/schema.pipe';
import { KEYS } from '../platform/keys/keys.module';
import { plainFileName } from '../uploads/file-kind';
import { headOf, readSheet, sheetFormat } from './read-sheet';
import { RosterStore, type NewLine, type Roster } from './roster.store';
import { UnreadableSheet, type SheetLine } from './sheet';

const batch = 500;

interface Owner {
  account: string;
  agency: string;
}
/** `fault`: why it cannot be read. */
interface Received {
  kept?: { roster: Roster; repeated: boolean };
  fault?: string;
}

/** A sheet into rows while it comes in: it is never whole in memory, and a file that cannot be read leaves nothing behind. */
@Injectable()
export class RosterReceiver {
  private readonly cipher;
  private readonly subject;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly store: RosterStore,
  ) {
    this.cipher = createColumnCipher(keys);
    this.subject = createSubject(keys);
  }

  /** @throws Problem `INPUT_TOO_LARGE`, or `INPUT_INVALID` naming `file`. */
  async receive(request: Request, response: Response, owner: Owner): Promise<{ roster: Roster; repeated: boolean }> {
    const file = await oneFile<Received>(request, response, {
      take: ({ stream, originalname }) => this.take(stream, plainFileName(originalname), owner),
      forget: async ({ kept }) => {
        if (kept && !kept.repeated) await this.store.drop(kept.roster.id);
      },
      tooLarge: '名册文件最大 20 MB，请分成几份后再传',
    });
    if (file?.kept) return file.kept;
    throw inputProblem([
      { field: 'file', code: file ? 'NOT_VALID' : 'REQUIRED', message: file?.fault ?? '请选择名册文件' },
    ]);
  }

  private async take(source: Readable, name: string, owner: Owner): Promise<Received> {
    const hash = createHash('sha256');
    let bytes = 0;
    const id = randomUUID();
    try {
      const { head, whole, finished } = await headOf(source, (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
      });
      const format = sheetFormat(head);
      await this.store.begin(id, owner, { name, format });
      const lines = await this.keep(id, readSheet(format, whole));
      whole.resume();
      await finished;
      return { kept: await this.store.complete(id, { sha256: hash.digest('hex'), bytes, lines }) };
    } catch (error) {
      source.resume();
      await this.store.drop(id);
      if (error instanceof UnreadableSheet) return { fault: error.message };
      throw error;
    }
  }

  private async keep(id: string, lines: AsyncIterable<SheetLine>): Promise<number> {
    let waiting: NewLine[] = [];
    let kept = 0;
    const flush = async (): Promise<void> => {
      if (waiting.length > 0) await this.store.addLines(id, waiting);
      kept += waiting.length;
      waiting = [];
    };
    for await (const line of lines) {
      waiting.push(this.sealed(line));
      if (waiting.length >= batch) await flush();
    }
    await flush();
    return kept;
  }

  private sealed({ lineNo, name, idNumber }: SheetLine): NewLine {
    return {
      lineNo,
      nameSealed: this.cipher.seal(name),
      nameMasked: name === '' ? '' : maskedName(name),
      idNumberSealed: this.cipher.seal(idNumber),
      idNumberMasked: idNumber === '' ? '' : maskedNumber(idNumber),
      subject: this.subject(cleanIdNumber(idNumber)),
    };
  }
}
