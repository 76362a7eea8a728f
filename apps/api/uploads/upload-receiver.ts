import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Readable } from 'node:stream';
import { callbackify, promisify } from 'node:util';
import multer, { MulterError, type StorageEngine } from 'multer';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { kindWords, plainFileName, type MediaType } from './file-kind';
import { FileVault, type KeptFile } from './file-vault';

export const maxFileBytes = 20 * 1024 * 1024;

export interface ReceivedFile extends KeptFile {
  fileName: string;
  mediaType: MediaType;
}

type Streamed = Express.Multer.File & Partial<KeptFile>;

/** One file of a multipart request into the vault, while it comes in. */
@Injectable()
export class UploadReceiver {
  private readonly read;

  constructor(private readonly vault: FileVault) {
    const keep = callbackify(async (source: Readable) => {
      const kept = await vault.keep(source);
      return { ...kept, size: kept.bytes };
    });
    const discard = callbackify(async ({ location }: Streamed) => {
      if (location) await vault.remove(location);
      return null;
    });
    const storage: StorageEngine = {
      _handleFile: (_request, file, done) => keep(file.stream, done),
      _removeFile: (_request, file, done) => discard(file, (error) => done(error)),
    };
    const limits = { fileSize: maxFileBytes, files: 1, fields: 0, parts: 2 };
    this.read = promisify(multer({ storage, limits, defParamCharset: 'utf8' }).single('file'));
  }

  /** @throws Problem `INPUT_TOO_LARGE`, or `INPUT_INVALID` naming `file`. */
  async receive(request: Request, response: Response): Promise<ReceivedFile> {
    try {
      await this.read(request, response);
    } catch (error) {
      throw asProblem(error);
    }
    const file = request.file as Streamed | undefined;
    if (!file?.location) throw inputProblem([{ field: 'file', code: 'REQUIRED', message: '请选择文件' }]);
    const { location, bytes = 0, sha256 = '', mediaType } = file;
    if (mediaType && bytes > 0)
      return { location, bytes, sha256, mediaType, fileName: plainFileName(file.originalname) };
    await this.vault.remove(location);
    throw inputProblem([
      { field: 'file', code: 'FORMAT', message: `只能上传 ${kindWords} 文件，请另存为其中一种后再传` },
    ]);
  }
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof MulterError)) return error;
  if (error.code === 'LIMIT_FILE_SIZE')
    return new Problem('INPUT_TOO_LARGE', { detail: '单个文件最大 20 MB，请压缩或分成几个文件后再传' });
  return inputProblem([{ field: 'file', code: 'NOT_VALID', message: '一次传一个文件，栏目名为 file' }]);
}
