import { useQuery } from '@tanstack/react-query';
import { read } from '../client';

export interface BulkRun {
  id: string;
  kind: 'remind' | 'handOver' | 'mergeUnits' | 'undo';
  kindWords: string;
  state: 'previewed' | 'running' | 'paused' | 'cancelled' | 'finished';
  stateWords: string;
  reason: string;
  createdByName: string;
  createdAt: string;
  toName: string | null;
  total: number;
  pending: number;
  done: number;
  failed: number;
  skipped: number;
  undoable: boolean;
}
export interface BulkDetail extends BulkRun {
  lines: { caseNo: string; taskKey: string; state: string; code: string | null; detail: string | null }[];
}

export const lineWords: Readonly<Record<string, string>> = {
  pending: '待办理',
  done: '已办理',
  failed: '失败',
  skipped: '无需办理',
};

export const useBulkRuns = () =>
  useQuery({
    queryKey: ['supervision', 'bulk'],
    queryFn: ({ signal }) => read<{ runs: BulkRun[] }>('/api/supervision/bulk', {}, signal),
    refetchInterval: ({ state }) => (state.data?.runs.some((run) => run.state === 'running') ? 1500 : 30_000),
  });

export const useBulkRun = (id: string | undefined) =>
  useQuery({
    queryKey: ['supervision', 'bulk', id],
    queryFn: ({ signal }) => read<BulkDetail>(`/api/supervision/bulk/${id}`, {}, signal),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1500 : false),
  });
