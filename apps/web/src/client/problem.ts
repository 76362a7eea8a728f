/** What the API says when it does not do what was asked (RFC 9457), as screens handle it. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

interface ProblemBody {
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  errors?: FieldError[];
  data?: Record<string, unknown>;
  requestId?: string;
}

export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly data: Record<string, unknown>;
  readonly requestId: string | undefined;

  constructor(body: ProblemBody, status = body.status ?? 0) {
    const title = body.title ?? '操作未完成，请稍后再试';
    super(body.detail ?? title);
    this.code = body.code ?? 'UNKNOWN';
    this.status = status;
    this.title = title;
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.data = body.data ?? {};
    this.requestId = body.requestId;
  }
}

/** No answer came back: the request may or may not have been done. The same act is asked again with the same key. */
export const noAnswer = (): Problem =>
  new Problem({
    code: 'NO_ANSWER',
    title: '网络连接中断',
    detail: '没有收到系统的答复。已填写的内容都还在，网络恢复后请再次提交，不会重复办理。',
  });

export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  const body = type.includes('json') ? ((await response.json().catch(() => ({}))) as ProblemBody) : {};
  return new Problem(body, response.status);
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

/** Messages by field; a prefix (`input.`, `form.`) is cut off. */
export const messagesByField = (problem: Problem, prefix = ''): Record<string, string> =>
  Object.fromEntries(
    problem.errors
      .filter(({ field }) => field.startsWith(prefix))
      .map(({ field, message }) => [field.slice(prefix.length), message]),
  );
