/**
 * An error as the log may hold it: its kind, its code, where it arose, and a message from which everything that could be a person's data
 * was taken. Drivers put values into their messages and whole parameter lists onto their errors.
 */
export interface ErrorSummary {
  type: string;
  code?: string | number;
  message: string;
  stack?: string;
  cause?: ErrorSummary;
}

/** Quoted text, Chinese text, and runs of digits that could be a number of a person, a telephone or an account. */
export const withoutValues = (text: string): string =>
  text
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replaceAll(/[\p{Script=Han}·]+/gu, '…')
    .replaceAll(/\d{5,}[\dXx]*/g, '#');

const framesOf = (stack: string | undefined): string | undefined =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');

interface Thrown {
  name?: string;
  message?: string;
  stack?: string;
  code?: unknown;
  cause?: unknown;
  driverError?: unknown;
}

export function errorSummary(error: unknown, depth = 0): ErrorSummary {
  if (error === null || typeof error !== 'object') return { type: typeof error, message: withoutValues(String(error)) };
  const { name, message, stack, code, cause, driverError } = error as Thrown;
  const frames = framesOf(stack);
  const inner = cause ?? driverError;
  return {
    type: name ?? 'Error',
    message: withoutValues(message ?? ''),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(frames && { stack: frames }),
    ...(inner !== undefined && inner !== null && depth < 4 && { cause: errorSummary(inner, depth + 1) }),
  };
}
