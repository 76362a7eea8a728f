import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read } from '../client';

interface Person {
  id: string;
  name: string;
}
export interface YearDays {
  published: boolean;
  /** `MM-DD` */
  rest: string[];
  work: string[];
}
export interface Holiday {
  name: string;
  from: string;
  to: string;
}
export interface CalendarSummary {
  version: string;
  state: 'draft' | 'proposed' | 'published';
  inForce: boolean;
  createdBy?: Person;
  createdAt: string;
  proposedBy?: Person;
  confirmedBy?: Person;
  publishedAt?: string;
  notices: { year: number; sourceNo: string; title: string; issuedOn: string }[];
  years: { year: number; published: boolean; workingDays: number }[];
}
export interface Redating {
  state: string;
  total: number;
  done: number;
  failed: number;
  remaining: number;
}
export interface CalendarDetail extends CalendarSummary {
  holidays: Holiday[];
  workdays: string[];
  days: Record<string, YearDays>;
  redating?: Redating;
}
export interface PreviewCase {
  caseNo: string;
  itemCode: string;
  clock: string;
  clockName: string;
  oldDueOn: string;
  newDueOn: string;
  newlyLate: boolean;
  newlySaved: boolean;
}
export interface PreviewPage {
  version: string;
  base: string;
  changedDays: { date: string; was: string; becomes: string }[];
  summary?: { examined: number; casesChanged: number; clocksChanged: number; newlyLate: number; newlySaved: number };
  cases: PreviewCase[];
  next?: string;
}

export const stateWords: Record<CalendarSummary['state'], string> = {
  draft: '草稿',
  proposed: '待另一人确认',
  published: '已发布',
};

export const useCalendars = () =>
  useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => read<{ calendars: CalendarSummary[] }>('/api/calendars', {}, signal),
  });

/** What a second person has confirmed re-dates the cases: it begins a moment after the confirmation, and goes on until it is finished. */
const isRunning = (detail: CalendarDetail | undefined): boolean =>
  detail?.state === 'published' && detail.confirmedBy !== undefined && detail.redating?.state !== 'finished';

export const useCalendar = (version: string | undefined) =>
  useQuery({
    queryKey: ['calendars', version],
    queryFn: ({ signal }) => read<CalendarDetail>(`/api/calendars/${version ?? ''}`, {}, signal),
    enabled: version !== undefined,
    refetchInterval: ({ state }) => (isRunning(state.data) ? 2000 : false),
  });

export const usePreview = (version: string, wanted: boolean) =>
  useInfiniteQuery({
    queryKey: ['calendars', version, 'preview'],
    queryFn: ({ pageParam, signal }) =>
      read<PreviewPage>(`/api/calendars/${version}/preview`, { limit: 50, after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: wanted,
    staleTime: 0,
  });
