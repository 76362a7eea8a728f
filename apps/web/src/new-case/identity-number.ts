import { identityCardHolds } from '../parts/fields';

/** GB 11643-1999: digits 7 to 14 are the date of birth, the 17th is odd for men. Shown so that the clerk compares it with the card. */
function bornOn(number: string): string | undefined {
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  const real = !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
  return real && at < Date.now() && date >= '1900' ? date : undefined;
}

const plain = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s/g, '').toUpperCase() : '');

export function bornAndSex(value: unknown): string | undefined {
  const number = plain(value);
  const date = identityCardHolds(number) ? bornOn(number) : undefined;
  return date && `${date} 出生，${Number(number[16]) % 2 === 1 ? '男' : '女'}`;
}

export function identityFault(value: unknown): string | undefined {
  const number = plain(value);
  if (/^\d{15}$/.test(number)) return '15 位身份证号已停用，请填写 18 位身份证号';
  if (!/^\d{17}[\dX]$/.test(number)) return `应为 18 位身份证号，现为 ${number.length} 位`;
  if (bornOn(number) === undefined) return '身份证号中的出生日期不存在，请核对';
  return identityCardHolds(number) ? undefined : '身份证号校验位不符，请逐位核对';
}
