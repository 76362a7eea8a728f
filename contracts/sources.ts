import type { Instant, IsoDate } from './calendar';

/**
 * A case that nobody applied for at a counter: a schedule, a pushed list (免申即享, 一网通办), a roster or another case opens it. It is unique on
 * (item, subject, reference) for ever: a schedule's retry or a list sent twice finds the case that is there (design §4). `counter`: somebody
 * applied for what a schedule would have opened.
 */
export type SourceKind = 'schedule' | 'pushedList' | 'roster' | 'case' | 'counter';

export interface SourceOpening {
  /** `reference`: the period (`2026-03`), the line's number at its sender, or the number of the case it follows from. */
  source: { kind: SourceKind; reference: string };
  itemCode: string;
  /** The office that will handle it; the item's first when absent. */
  officeId?: string;
  channel: string;
  variant?: string;
  /** As in `POST /api/cases`; the telephone may be lacking. */
  applicant: Record<string, unknown>;
  form?: Record<string, unknown>;
  /** Lines of the checklist that came with it. */
  materials?: unknown;
  receivedAt?: IsoDate | Instant;
  acceptNow?: boolean;
  /** `perApplicant`: an open case of this item that the person applied for stands in the way, as it would at the counter. */
  duplicates?: 'perSource' | 'perApplicant';
}

export interface SourceOpened {
  caseNo: string;
  version: number;
  seq: number;
  /** The source had opened this case before; nothing new came about. */
  repeated: boolean;
  /** Repeated with another content, which was not taken. */
  changed: boolean;
}

/** Opens the cases of a month for one page of institutions; `period` is `YYYY-MM`. */
export interface SettlementActivities {
  openSettlements(input: {
    period: string;
    after?: string;
    limit: number;
  }): Promise<{ opened: number; repeated: number; refused: number; last?: string; done: boolean }>;
}
