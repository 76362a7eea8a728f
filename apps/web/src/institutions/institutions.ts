import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { read } from '../client';
import { today } from '../parts/dates';
import type { WorklistLine } from '../worklist/worklist.types';

export type InstitutionKind = 'hospital' | 'pharmacy' | 'pharmacySet';

/** One of `GET /api/institutions`: an agreement. */
export interface Institution {
  creditCode: string;
  kind: InstitutionKind;
  name: string;
  merchantNo: string | null;
  officeId: string | null;
  organisation: string | null;
  designatedOn: string;
  /** Last day, as agreed or as it was ended before. */
  endedOn: string | null;
  agreedUntil: string | null;
  signedOn: string | null;
  endReason: string | null;
  /** The designation in which it was signed. */
  caseNo: string | null;
}
/** An item by which the agency settles, and for which kind. */
export interface SettlingItem {
  itemCode: string;
  name: string;
  kind: InstitutionKind;
  offices: { id: string; name: string }[];
}
/** One of `GET /api/institutions/settlements`. */
export interface MonthLine {
  creditCode: string;
  name: string;
  kind: InstitutionKind;
  itemCode: string;
  itemName: string;
  case: WorklistLine | null;
}

export const kindWords: Record<InstitutionKind, string> = {
  hospital: '定点医疗机构',
  pharmacy: '定点零售药店',
  pharmacySet: '全市药店批次',
};

/** The month that is being settled now: the one before this. */
export const lastMonth = (): string => dayjs(today()).subtract(1, 'month').format('YYYY-MM');

/** 协议 in force on a day. */
export const inForce = ({ designatedOn, endedOn }: Institution, on: string): boolean =>
  designatedOn <= on && (endedOn === null || endedOn >= on);

export const termWords = ({ designatedOn, endedOn }: Institution): string =>
  endedOn ? `${designatedOn} 至 ${endedOn}` : `${designatedOn} 起`;

export const useInstitutions = () =>
  useQuery({
    queryKey: ['institutions'],
    queryFn: ({ signal }) =>
      read<{ institutions: Institution[]; items: SettlingItem[] }>('/api/institutions', {}, signal),
  });

export const useMonth = (period: string) =>
  useQuery({
    queryKey: ['institutions', 'month', period],
    queryFn: ({ signal }) =>
      read<{ period: string; settlements: MonthLine[] }>('/api/institutions/settlements', { period }, signal),
    placeholderData: (before) => before,
    refetchInterval: 30_000,
  });

export const useRecord = (creditCode: string) =>
  useQuery({
    queryKey: ['institutions', 'record', creditCode],
    queryFn: ({ signal }) =>
      read<{ settlements: { period: string | null; case: WorklistLine }[] }>(
        `/api/institutions/${creditCode}/settlements`,
        {},
        signal,
      ),
  });
