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
