import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { callbackify, promisify } from 'node:util';
import { Problem } from '../errors/problem';
import { inputProblem } from './schema.pipe';

export const maxFileBytes = 20 * 1024 * 1024;

/** A file as it comes in, and what was made of it. */
export type Taken<Kept> = Express.Multer.File & Partial<Kept>;

export interface FileTaker<Kept> {
  /** Reads the file while it comes in. */
  take(file: Express.Multer.File): Promise<Kept>;
  /** Undoes it: the rest of the request was not as it should be. */
  forget(taken: Taken<Kept>): Promise<void>;
  /** What is said of a file beyond the limit. */
  tooLarge: string;
}

/**
 * The one `file` of a multipart request; nothing when there is none. What the sender did wrong is told apart from what went wrong here.
 * @throws Problem `INPUT_TOO_LARGE`, or `INPUT_INVALID` naming `file`; whatever `take` throws of itself
 */
export async function oneFile<Kept extends object>(
  request: Request,
  response: Response,
  { take, forget, tooLarge }: FileTaker<Kept>,
): Promise<Taken<Kept> | undefined> {
  let ours: unknown;
  const taken = callbackify(async (file: Express.Multer.File) => {
    let cutOff = false;
    file.stream.once('error', () => (cutOff = true));
    return take(file).catch((error: unknown) => {
      if (!cutOff) ours = error;
      throw error;
    });
  });
  const forgotten = callbackify(async (file: Taken<Kept>) => {
    await forget(file);
    return null;
  });
  const storage: StorageEngine = {
    _handleFile: (_request, file, done) => taken(file, (error, kept?: Partial<Taken<Kept>>) => done(error, kept)),
    _removeFile: (_request, file, done) => forgotten(file as Taken<Kept>, (error) => done(error)),
  };
  const limits = { fileSize: maxFileBytes, files: 1, fields: 0, parts: 2 };
  try {
    await promisify(multer({ storage, limits, defParamCharset: 'utf8' }).single('file'))(request, response);
  } catch (error) {
    if (ours !== undefined && error === ours) throw error;
    throw refusal(error, tooLarge);
  }
  return request.file as Taken<Kept> | undefined;
}

function refusal(error: unknown, tooLarge: string): Problem {
  if (!(error instanceof MulterError))
    return inputProblem([{ field: 'file', code: 'NOT_VALID', message: '上传的内容不完整，请重新选择文件再传' }]);
  if (error.code === 'LIMIT_FILE_SIZE') return new Problem('INPUT_TOO_LARGE', { detail: tooLarge });
  return inputProblem([{ field: 'file', code: 'NOT_VALID', message: '一次传一个文件，栏目名为 file' }]);
}
