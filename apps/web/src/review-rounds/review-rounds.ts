import { useQuery } from '@tanstack/react-query';
import { read } from '../client';
import type { WorklistLine } from '../worklist/worklist.types';

/** One of `GET /api/review-rounds`. */
export interface ReviewRound {
  id: string;
  itemCode: string;
  /** `2026Q4` */
  period: string;
  reviewOn: string;
  state: 'open' | 'finished';
  openedBy: string | null;
  openedAt: string;
  finishedAt: string | null;
  told: number;
  failed: number;
}
export interface ReviewedItem {
  itemCode: string;
  name: string;
  waiting: number;
  /** When the next round opens by itself. */
  opensOn: string;
}
export interface ReviewRounds {
  period: string;
  items: ReviewedItem[];
  rounds: ReviewRound[];
}
/** `told`: false while the round could not reach it. */
export type RoundCase = WorklistLine & { told?: boolean };

/** Which cases are being looked at: those that wait, or those of one round. */
export type Looked = { title: string; path: string; empty: string };

export const quarterWords = (period: string): string => {
  const [year, quarter] = period.split('Q');
  return `${year} 年第 ${quarter} 季度`;
};

export const useReviewRounds = () =>
  useQuery({
    queryKey: ['review-rounds'],
    queryFn: ({ signal }) => read<ReviewRounds>('/api/review-rounds', {}, signal),
    refetchInterval: ({ state }) => (state.data?.rounds.some((round) => round.state === 'open') ? 3000 : 60_000),
  });

export const useRoundCases = (path: string) =>
  useQuery({
    queryKey: ['review-rounds', 'cases', path],
    queryFn: ({ signal }) => read<{ cases: RoundCase[] }>(path, {}, signal),
    refetchInterval: 15_000,
  });
