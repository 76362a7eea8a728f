import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { oneFile } from '../platform/http/one-file';
import { inputProblem } from '../platform/http/schema.pipe';
import { kindWords, plainFileName, type MediaType } from './file-kind';
import { FileVault, type KeptFile } from './file-vault';

export interface ReceivedFile extends KeptFile {
  fileName: string;
  mediaType: MediaType;
}

/** One file of a multipart request into the vault, while it comes in. */
@Injectable()
export class UploadReceiver {
  constructor(private readonly vault: FileVault) {}

  /** @throws Problem `INPUT_TOO_LARGE`, or `INPUT_INVALID` naming `file`. */
  async receive(request: Request, response: Response): Promise<ReceivedFile> {
    const file = await oneFile<KeptFile>(request, response, {
      take: ({ stream }) => this.vault.keep(stream),
      forget: async ({ location }) => {
        if (location) await this.vault.remove(location);
      },
      tooLarge: '单个文件最大 20 MB，请压缩或分成几个文件后再传',
    });
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
