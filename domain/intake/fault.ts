/** One field that cannot be taken as it stands. `field` is a path (`form.newPlace`, `materials.2.id`); `message` is Chinese and repeats no value. */
export interface FieldFault {
  field: string;
  code: FaultCode;
  message: string;
}

export type FaultCode =
  | 'REQUIRED'
  | 'UNKNOWN_FIELD'
  | 'NOT_APPLICABLE'
  | 'WRONG_TYPE'
  | 'FORMAT'
  | 'TOO_LONG'
  | 'NOT_VALID'
  | 'NOT_OFFERED'
  | 'REPEATED'
  | 'IN_FUTURE';

export const fault = (field: string, code: FaultCode, message: string): FieldFault => ({ field, code, message });

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing was filled in: absent, null, or blanks only. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
