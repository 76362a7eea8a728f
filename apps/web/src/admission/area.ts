import type { Area } from '../app/area';

const readers = ['window', 'review', 'head', 'leader', 'supervise', 'catalog'] as const;

export const area: Area = {
  menu: [{ path: '/acceptance-windows', label: '受理期间', order: 38, roles: readers }],
  routes: [{ path: '/acceptance-windows', lazy: () => import('./windows-page') }],
};
