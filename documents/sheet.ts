import type { IsoDate } from '@due-process/contracts';

export type Paper = 'A4' | 'A5';

/** Label and text, in a ruled table of two columns. */
export type FactRow = readonly [label: string, text: string];

export interface Column {
  title: string;
  /** Share of the table's width; only the proportion counts. */
  share: number;
  align?: 'left' | 'center' | 'right';
}

export type Block =
  | { kind: 'paragraph'; text: string; flush?: true; strong?: true }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; rows: readonly FactRow[] }
  | { kind: 'list'; items: readonly string[] }
  /** `stands`: how many tables stand beside one another, filled one after the other; for long lists on one page. */
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; small?: true; stands?: number }
  | { kind: 'code'; text: string; caption: readonly string[] }
  /** Empty ruled rows for handwriting. */
  | { kind: 'toFill'; rows: readonly (readonly [label: string, height: 'line' | 'room'])[] };

/**
 * A document in all its words, before it has a shape: what is printed, and nothing that is not printed. Kept at the first print, so that a reprint says what the
 * first print said, whatever has changed since.
 */
export interface Sheet {
  /** Type and version of the wording, as printed at the foot: `acceptanceNotice/1`. */
  template: string;
  paper: Paper;
  agency: string;
  title: string;
  documentNo: string;
  /** Who is addressed, as the first line. */
  addressee?: string;
  blocks: readonly Block[];
  /** Issuer and date at the end, with room for the seal. */
  signature?: { name: string; on: IsoDate; seal: boolean; receivedBy: boolean };
  issuedOn: IsoDate;
  /** Office, address and telephones. */
  contact: readonly string[];
}
