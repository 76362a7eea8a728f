import { useQuery } from '@tanstack/react-query';
import { read } from '../client';

export type WindowKind = 'enrolmentPeriod' | 'acceptancePlan' | 'designationRound';
export type RoundStep = 'assessment' | 'notice' | 'list' | 'finished';

/** One of `GET /api/acceptance-windows`. */
export interface AcceptanceWindow {
  id: string;
  kind: WindowKind;
  itemCodes: string[];
  name: string;
  from: string;
  to: string;
  data: { districts?: string[]; kinds?: string[]; quota?: number; noticeOn?: string; listOn?: string };
  state: 'announced' | 'open' | 'closed' | 'withdrawn';
  withdrawalReason: string | null;
  admitted: number;
  step: RoundStep | null;
}
export interface OfferedKind {
  kind: WindowKind;
  items: { code: string; name: string }[];
}
export interface AdmittedCase {
  caseNo: string;
  itemCode: string;
  applicant: string | null;
  receivedOn: string;
  outcome: string | null;
  stage: string | null;
}

export const kindWords: Record<WindowKind, string> = {
  enrolmentPeriod: '集中缴费期',
  acceptancePlan: '受理计划',
  designationRound: '集中办理批次',
};
export const stateWords: Record<AcceptanceWindow['state'], string> = {
  announced: '未开始',
  open: '受理中',
  closed: '已截止',
  withdrawn: '已撤回',
};
export const stepWords: Record<RoundStep, string> = {
  assessment: '评估',
  notice: '公示',
  list: '公布名单',
  finished: '全部办结',
};
export const outcomeWords: Record<string, string> = {
  completed: '办结',
  rejected: '不予办理',
  notAccepted: '不予受理',
  cancelled: '已撤销',
  terminated: '已终止',
};

export const useWindows = () =>
  useQuery({
    queryKey: ['acceptance-windows'],
    queryFn: ({ signal }) =>
      read<{ windows: AcceptanceWindow[]; offered: OfferedKind[] }>('/api/acceptance-windows', {}, signal),
  });

export const useAdmitted = (id: string) =>
  useQuery({
    queryKey: ['acceptance-windows', id],
    queryFn: ({ signal }) =>
      read<AcceptanceWindow & { cases: AdmittedCase[] }>(`/api/acceptance-windows/${id}`, {}, signal),
    refetchInterval: 15_000,
  });
