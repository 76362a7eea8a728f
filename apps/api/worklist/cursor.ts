import { Problem } from '../platform/errors/problem';

/** Where a page ends: remaining time as a date, and the case number. Opaque to clients. */
export interface Cursor {
  sortOn: string;
  caseNo: string;
}

export const writeCursor = ({ sortOn, caseNo }: Cursor): string =>
  Buffer.from(`${sortOn}|${caseNo}`).toString('base64url');

/** @throws Problem `INPUT_INVALID` for anything that is no cursor of ours. */
export function readCursor(text: string): Cursor {
  const [sortOn = '', caseNo = '', ...rest] = Buffer.from(text, 'base64url').toString('utf8').split('|');
  if (/^\d{4}-\d{2}-\d{2}$/.test(sortOn) && /^\d{23}$/.test(caseNo) && rest.length === 0) return { sortOn, caseNo };
  throw new Problem('INPUT_INVALID', { errors: [{ field: 'after', code: 'NOT_VALID', message: '翻页标记无效' }] });
}
