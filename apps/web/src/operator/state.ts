import { useQuery } from '@tanstack/react-query';
import { read } from '../client';

interface Part {
  status: 'ok' | 'failed';
  reason?: string;
}
export interface SystemState {
  asOf: string;
  health: { status: 'ok' | 'failed'; parts: Record<'database' | 'temporal' | 'worker', Part> };
  workers: {
    identity: string;
    queues: string[];
    startedAt: string;
    at: string;
    silentSeconds: number;
    alive: boolean;
  }[];
  queues: { queue: string; type: string; backlog: number; oldestSeconds: number; pollers: number; at: string }[];
  outside: { id: string; name: string; up: boolean; waiting: number; since: string | null; words: string }[];
  failing: { activity: string; code: string; words: string; cases: number; attempts: number; since: string }[];
  numbers: Record<string, number | null>;
  alarms: { id: string; words: string; runbook: string }[];
}

export const useSystemState = () =>
  useQuery({
    queryKey: ['system', 'state'],
    queryFn: ({ signal }) => read<SystemState>('/api/system/state', {}, signal),
    refetchInterval: 5000,
  });

/** Names of the numbers, in the order in which they are read. */
export const numberWords: readonly [string, string, string][] = [
  ['unwritten', '记录滞后', '件'],
  ['lagSeconds', '滞后最长', '秒'],
  ['taskFailing', '程序出错', '件'],
  ['runMissing', '流程缺失', '件'],
  ['runUnexpected', '多余流程', '个'],
  ['letterDifferences', '函件对账差异', '封'],
  ['smsWaiting', '待发短信', '条'],
  ['rungsLate', '迟发催督办', '条'],
  ['resultsDue', '待计统计', '件'],
  ['openings', '登记未完成', '件'],
  ['sweepSeconds', '距上次巡检', '秒'],
  ['sweepMs', '巡检用时', '毫秒'],
];
