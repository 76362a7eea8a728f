import { ApplicationFailure } from '@temporalio/common';

/** SQLSTATEs are five characters and may be digits alone; nothing longer without a letter in it is a code. */
const codeShape = /^(?:[0-9A-Z]{5}|(?=.*[A-Za-z])[A-Za-z0-9_]{2,60})$/;

/** A code for people and alarms: the failure's type, the driver's or the system's code. Never the message: it may name somebody. */
export function errorCode(error: unknown): string {
  if (error instanceof ApplicationFailure && shaped(error.type)) return error.type;
  if (error instanceof Error) {
    const { code } = error as Error & { code?: unknown };
    if (shaped(code)) return code;
    if (error.cause !== undefined && error.cause !== error) return errorCode(error.cause);
    if (shaped(error.name)) return error.name;
  }
  return 'UNKNOWN';
}

const shaped = (value: unknown): value is string => typeof value === 'string' && codeShape.test(value);
