import type { Area } from '../app/area';

const readers = ['catalog', 'head', 'leader', 'supervise'] as const;

export const area: Area = {
  menu: [{ path: '/calendars', label: '工作日历', order: 40, roles: readers }],
  routes: [{ path: '/calendars', lazy: () => import('./calendars-page') }],
};
