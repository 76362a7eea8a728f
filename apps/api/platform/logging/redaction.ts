/** Keys under which personal data travels: never written to a log, down to the third level. Errors are summed up apart (error-summary). */
const personalKeys = [
  'name',
  'displayName',
  'applicant',
  'personName',
  'idNumber',
  'telephone',
  'phone',
  'bankAccount',
  'accountNo',
  'address',
  'password',
  'queryCode',
  'cookie',
  'authorization',
  'form',
  'body',
  'parameters',
] as const;

export const redactedPaths: string[] = [...personalKeys, ...personalKeys.flatMap((key) => [`*.${key}`, `*.*.${key}`])];

/** Digits as long as a telephone, an account or an identity number; a case number has 23 and may be shown. */
const personalDigits = /(?<!\d)(\d{7,22}|\d{24,})(?!\d)/;

/**
 * A request's path for the log. Query strings hold search words and query codes and are left out; people also put an identity number or a name
 * where a case number belongs, so a part that is no plain word is left out too.
 */
export const shownPath = (url = ''): string =>
  (url.split('?', 1)[0] ?? '')
    .split('/')
    .map((part) => (/^[\w.-]{0,80}$/.test(part) && !personalDigits.test(part) ? part : '…'))
    .join('/');
