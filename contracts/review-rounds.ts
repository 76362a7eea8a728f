import type { IsoDate } from './calendar';

/** 每季度审核办理一次 (YT-7 六): one run takes up all cases of an item that wait for the round of this period. */
export const REVIEW_ROUND_WORKFLOW = 'reviewRound';
export const reviewRoundWorkflowId = (id: string): string => `review-round-${id}`;

/** Unique for ever: a schedule's retry or a second person never opens a round twice. */
export const reviewRoundId = (agency: string, itemCode: string, period: string): string =>
  `${agency}-${itemCode}-${period}`;

/** `2026Q4`: the quarter in which a date lies. */
export const quarterOf = (on: IsoDate): string =>
  `${on.slice(0, 4)}Q${Math.floor((Number(on.slice(5, 7)) - 1) / 3) + 1}`;

/** Set-based work for review rounds; each call of `tellReviewRound` is one page at a yielding rate. */
export interface ReviewRoundActivities {
  /** Opens the rounds whose day has come and starts the run of every round that is open and has none. */
  keepReviewRounds(): Promise<{ opened: number; started: number }>;
  tellReviewRound(input: {
    id: string;
    after?: string;
    limit: number;
  }): Promise<{ told: number; failed: number; last?: string; done: boolean }>;
  /** Waiting cases that have not heard yet; none left finishes the round. */
  finishReviewRound(input: { id: string }): Promise<{ remaining: number }>;
}
