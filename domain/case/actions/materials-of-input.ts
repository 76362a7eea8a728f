import type { MaterialState } from '@due-process/contracts';

/** Lines of the checklist as an act's input names them; without a date of their own they carry the act's. */
export const materialsOfInput = (value: unknown, on: string): MaterialState[] =>
  Array.isArray(value) ? (value as MaterialState[]).map((row) => ({ ...row, on: row.on ?? on })) : [];
