import pino, { type Logger } from 'pino';
import { errorCode } from './error-code';

/**
 * JSON lines. Of an error its code and where it was thrown, never its message or its fields: a database driver quotes values there.
 */
export function createLogger(level = 'info'): Logger {
  return pino({ name: 'worker', level, serializers: { err: safeError } });
}

export function safeError(error: unknown): { code: string; at: string[] } {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return { code: errorCode(error), at: frames.slice(0, 8).map((line) => line.trim()) };
}
