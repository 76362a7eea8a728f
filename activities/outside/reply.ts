import type { EffectResult } from '@due-process/contracts';
import { unreadable, type Answer } from './ask';
import { safeCode, safeReason } from './safe-text';

export type Fields = Record<string, unknown>;

/** The object a reply must be, or a retryable failure. */
export function fieldsOf(system: string, body: unknown): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadable(system, 'not an object');
  return body as Fields;
}

export function textIn(system: string, fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw unreadable(system, `${name} is missing`);
  return value;
}

export const isAccepted = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** 4xx: the receiver has understood the request and will never do it. The case goes on with the reason; a person decides what next. */
export function rejected(system: string, { status, body }: Answer): EffectResult {
  if (status < 400) throw unreadable(system, `status ${status}`);
  const fields = typeof body === 'object' && body !== null ? (body as Fields) : {};
  const reason = safeReason(fields.detail) ?? safeReason(fields.title) ?? `对方系统拒绝（${status}）`;
  return { outcome: 'rejected', data: { code: safeCode(fields.code), reason, status } };
}
