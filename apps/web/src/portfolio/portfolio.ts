import { useInfiniteQuery } from '@tanstack/react-query';
import { read } from '../client';

/** One line of `GET /api/portfolio`. */
export interface PortfolioLine {
  caseNo: string;
  item: { code: string; name: string };
  agencyName: string;
  applicant: string;
  stateWords: string;
  receivedOn: string;
  concludedOn: string | null;
  dueOn: string | null;
  open: boolean;
  todo: string | null;
}
interface PortfolioPage {
  cases: PortfolioLine[];
  next: string | null;
}

export const usePortfolio = (open: boolean) =>
  useInfiniteQuery({
    queryKey: ['portfolio', open],
    queryFn: ({ pageParam, signal }) =>
      read<PortfolioPage>('/api/portfolio', { open, after: pageParam, limit: 30 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  });
