import { ERRORS, type ErrorCode, type Refusal } from '@due-process/contracts';
import type { FieldError, ProblemBody } from '@due-process/contracts/schemas';

export interface ProblemOptions {
  /** Chinese, without personal data; the code's own title when absent. */
  detail?: string;
  errors?: FieldError[];
  data?: Record<string, unknown>;
  headers?: Record<string, string>;
  cause?: unknown;
}

export const retryAfterSeconds = 2;

/** An answer other than success, by a code of the registry. Thrown anywhere below a controller. */
export class Problem extends Error {
  readonly headers: Record<string, string>;

  constructor(
    readonly code: ErrorCode,
    private readonly options: ProblemOptions = {},
  ) {
    super(`${code}: ${ERRORS[code].log}`, { cause: options.cause });
    const retry: Record<string, string> = ERRORS[code].retryable ? { 'Retry-After': String(retryAfterSeconds) } : {};
    this.headers = { ...retry, ...options.headers };
  }

  get httpStatus(): number {
    return ERRORS[this.code].status;
  }

  body(requestId?: string): ProblemBody {
    const { detail, errors, data } = this.options;
    const { title, status } = ERRORS[this.code];
    return {
      type: `urn:due-process:error:${this.code}`,
      title,
      status,
      code: this.code,
      detail: detail ?? title,
      errors: errors ?? [],
      ...(data && { data }),
      ...(requestId && { requestId }),
    };
  }

  /** A refusal of the rules; a code outside the registry is an error of ours. */
  static fromRefusal(refusal: Refusal): Problem {
    if (!isErrorCode(refusal.code)) return new Problem('INTERNAL', { cause: refusal });
    return new Problem(refusal.code, { detail: refusal.detail, ...(refusal.data && { data: refusal.data }) });
  }
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}
