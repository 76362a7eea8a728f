/** 公民身份号码, GB 11643-1999: weights of the seventeen digits and the check character by the remainder. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** Eighteen characters with a real date of birth and the right check character. */
export function isIdentityNumber(number: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false;
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const at = Date.parse(`${born}T00:00:00Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(born) || born < '1880-01-01') return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return checks[sum % 11] === number[17];
}
