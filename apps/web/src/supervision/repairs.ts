import { useQuery } from '@tanstack/react-query';
import type { RepairKind } from '@due-process/contracts';
import { read } from '../client';

export interface RepairOffer {
  kind: RepairKind;
  label: string;
  effect: string;
  twoPersons: boolean;
  allowed: boolean;
  reason?: { code: string; detail: string };
  targets: { key: string; name: string }[];
}

export interface Repair {
  repairNo: string;
  caseNo: string;
  kind: RepairKind;
  kindWords: string;
  reason: string;
  state: 'proposed' | 'declined' | 'confirmed' | 'done' | 'failed' | 'moved' | 'notMoved';
  stateWords: string;
  twoPersons: boolean;
  proposedBy: string;
  proposedByName: string;
  proposedAt: string;
  confirmedByName: string | null;
  error: string | null;
  alarmsUntil: string | null;
}

export interface Standing {
  caseNo: string;
  class: string;
  classWords: string;
  causeWords: string;
  detail: string | null;
  since: string | null;
  offers: RepairOffer[];
  repairs: Repair[];
}

export interface DryRun {
  allowed: boolean;
  reason?: { code: string; detail: string };
  effect: string;
  twoPersons: boolean;
  events: string[];
}

/** Asked again every five seconds: whether the case has moved is what is waited for. */
export const useStanding = (caseNo: string) =>
  useQuery({
    queryKey: ['supervision', 'repairs', caseNo],
    queryFn: ({ signal }) => read<Standing>(`/api/supervision/cases/${caseNo}/repairs`, {}, signal),
    refetchInterval: 5000,
  });

export const useRepairs = (open: boolean) =>
  useQuery({
    queryKey: ['supervision', 'repairs', 'all', open],
    queryFn: ({ signal }) => read<{ repairs: Repair[] }>('/api/supervision/repairs', { open }, signal),
    refetchInterval: 10_000,
  });

export const repairTones = {
  proposed: 'amber',
  declined: 'plain',
  confirmed: 'blue',
  done: 'blue',
  failed: 'red',
  moved: 'green',
  notMoved: 'red',
} as const;
