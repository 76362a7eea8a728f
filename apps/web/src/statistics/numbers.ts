import { useQuery } from '@tanstack/react-query';
import type { FlowStep, FlowWay } from '@due-process/contracts';
import { read } from '../client';

export interface NumbersLine {
  id: string | null;
  name: string;
  closed: number;
  statutoryOnTime: number | null;
  promisedOnTime: number | null;
  chargedOnTime: number | null;
  meanUsed: number | null;
  p90Used: number | null;
  usedShare: number | null;
  supplementsPerCase: number;
  secondNotices: number;
  returns: number;
  escalations: number;
}
export interface Numbers {
  from: string;
  to: string;
  own: boolean;
  definitions: { id: string; name: string; meaning: string }[];
  lines: NumbersLine[];
}
export interface Flow {
  item: string;
  itemName: string;
  cases: number;
  meanDays: number | null;
  steps: FlowStep[];
  ways: FlowWay[];
}

export const dimensions = [
  { value: 'unit', label: '按科室' },
  { value: 'person', label: '按人员' },
  { value: 'item', label: '按事项' },
  { value: 'month', label: '按月' },
] as const;
export type Dimension = (typeof dimensions)[number]['value'];

export const useNumbers = (from: string, to: string, by: Dimension) =>
  useQuery({
    queryKey: ['statistics', from, to, by],
    queryFn: ({ signal }) => read<Numbers>('/api/statistics', { from, to, by }, signal),
  });

export const useFlow = (from: string, to: string, item: string | undefined) =>
  useQuery({
    queryKey: ['statistics', 'steps', from, to, item],
    queryFn: ({ signal }) => read<Flow>('/api/statistics/steps', { from, to, item }, signal),
    enabled: item !== undefined,
  });

export const percent = (share: number | null): string => (share === null ? '--' : `${(share * 100).toFixed(1)}%`);
