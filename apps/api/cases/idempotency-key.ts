import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../platform/errors/problem';

const plainKey = /^[\x21-\x7e]{8,128}$/;

/** `@IdempotencyKey() key: string` — 8 to 128 printable characters; every command needs one, so that sending it again is safe. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
  if (typeof key === 'string' && plainKey.test(key)) return key;
  throw new Problem('IDEMPOTENCY_KEY_MISSING', {
    detail: key === undefined ? '缺少 Idempotency-Key 请求头' : 'Idempotency-Key 应为 8 至 128 个可见 ASCII 字符',
  });
});
