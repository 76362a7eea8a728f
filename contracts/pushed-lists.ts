import type { Basis } from './rules';

/**
 * A kind of list that another system pushes (免申即享), and what each line of it opens: the form's fields by the members of the line that fill them.
 * Published with the item, never pinned in a case.
 */
export interface PushedListRule {
  kind: string;
  name: string;
  channel: string;
  variant?: string;
  applicantKind: string;
  /** What is granted once, with members of the line in braces: a second list about the same opens nothing. */
  reference: string;
  form: Record<string, string>;
  /** The same for every line. */
  sets: Record<string, string | number | boolean>;
  /** Members without which the line is sent back. */
  requires: string[];
  basis: Basis;
}
