import type { IsoDate } from './calendar';

/** 批次 of designations (YT-10.1, 10.2): one durable run carries the applications of a window through these steps together. */
export const ROUND_STEPS = ['assessment', 'notice', 'list'] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];
export const ROUND_WORKFLOW = 'designationRound';
export const SIGNAL_LOOK = 'look';

export const roundWorkflowId = (windowId: string): string => `round-${windowId}`;

/** What one look at a round found and did. */
export interface RoundLook {
  /** Steps that the round has reached, with the days on which it reached them. */
  reached: { step: RoundStep; on: IsoDate }[];
  told: number;
  /** Could not be told now; they are told at a later look and hold up nobody. */
  failed: number;
  /** Known to need telling still: the page was full. */
  more: boolean;
  /** Applications under way. */
  open: number;
  /** Everything is decided, or the round was withdrawn. */
  finished: boolean;
}

/** Set-based work for rounds; each call is one page at a yielding rate. */
export interface RoundActivities {
  lookAtRound(input: { windowId: string; limit: number }): Promise<RoundLook>;
  /** Takes kept applications into rounds that have opened, starts rounds that have closed, and warns of a year with too few. */
  keepRounds(): Promise<{ adopted: number; started: number; warned: number }>;
}
