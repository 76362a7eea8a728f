import { useQuery } from '@tanstack/react-query';
import { read } from '../client';

export interface Candidate {
  caseNo: string;
  itemCode: string;
  applicant: string;
}
/** One of `GET /api/exchange/unmatched`. */
export interface UnmatchedLetter {
  letterNo: string;
  type: string;
  title: string;
  from: { id: string; name: string };
  inReplyTo: string | null;
  issuedOn: string;
  receivedOn: string;
  receivedAt: string;
  reason: string | null;
  reasonWords: string | null;
  candidates: Candidate[];
}

export const useUnmatched = () =>
  useQuery({
    queryKey: ['unmatched'],
    queryFn: ({ signal }) => read<{ letters: UnmatchedLetter[] }>('/api/exchange/unmatched', {}, signal),
    refetchInterval: 60_000,
  });
