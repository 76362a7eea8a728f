import type { FieldRule } from '@due-process/contracts';

/** What the control of any field is given. */
export interface InputProps {
  rule: FieldRule;
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** The unit and post that a colleague must belong to. */
  colleaguesOf?: { unit?: string; role?: string };
  /** The agency whose organisations are offered. */
  region?: string | undefined;
}
