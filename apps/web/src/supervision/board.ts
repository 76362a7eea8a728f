import { useQuery } from '@tanstack/react-query';
import { read } from '../client';

export interface Group {
  id: string | null;
  name: string;
  cases: number;
  late: number;
  near: number;
}
export interface NextRung {
  caseNo: string;
  clockName: string;
  rung: string;
  on: string;
  at: string;
  receivers: string[];
}
export interface Board {
  asOf: string;
  open: number;
  unclaimed: number;
  overdue: number;
  stepOnly: number;
  paused: number;
  classes: Group[];
  lights: Group[];
  units: Group[];
  people: Group[];
  items: Group[];
  steps: Group[];
  nextRungs: NextRung[];
}
export interface StuckClass {
  class: string;
  words: string;
  /** Whether the system, not a person, keeps these cases from moving. */
  system: boolean;
  count: number;
  causes: { cause: string; words: string; count: number }[];
  cases: { caseNo: string; since: string; cause: string; words: string; detail: string | null }[];
}

const everyMinute = 60_000;

export const useBoard = () =>
  useQuery({
    queryKey: ['supervision', 'board'],
    queryFn: ({ signal }) => read<Board>('/api/supervision/board', {}, signal),
    refetchInterval: everyMinute,
  });

export const useStuck = () =>
  useQuery({
    queryKey: ['supervision', 'stuck'],
    queryFn: ({ signal }) =>
      read<{ lookedAt: string | null; classes: StuckClass[] }>('/api/supervision/stuck', {}, signal),
    refetchInterval: 15_000,
  });

/** Which cases a counter counts: conditions of the worklist. */
export interface Counted {
  title: string;
  unit?: string;
  assignee?: string;
  item?: string;
  stage?: string;
  light?: string;
  unclaimed?: string;
  /** A class of the board, and lateness of the step alone: conditions of the supervisors' own list. */
  class?: string;
  cause?: string;
  late?: string;
  /** A place of an item's flow chart. */
  at?: string;
}

/** Ways to group, and the worklist's condition that a group stands for. */
export const groupings = [
  { id: 'units', label: '按科室、窗口', by: 'unit' },
  { id: 'people', label: '按经办人', by: 'assignee' },
  { id: 'items', label: '按事项', by: 'item' },
  { id: 'steps', label: '按环节', by: 'stage' },
] as const;
