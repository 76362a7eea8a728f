/** Keys under which personal data travels: never written to a log, at any of the depths that a logged object has here. */
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

/** `name` on the first level of an error is the error's class. */
const firstLevel = personalKeys.filter((key) => key !== 'name');

export const redactedPaths: string[] = [
  ...firstLevel,
  ...firstLevel.map((key) => `err.${key}`),
  ...personalKeys.flatMap((key) => [`err.*.${key}`, `err.*.*.${key}`, `input.${key}`, `input.*.${key}`]),
];
