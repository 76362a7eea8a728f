import type { Area } from '../app/area';

const matchers = ['window', 'review', 'head', 'supervise'] as const;

export const area: Area = {
  menu: [{ path: '/letters', label: '待匹配函件', order: 35, roles: matchers }],
  routes: [{ path: '/letters', lazy: () => import('./letters-page') }],
};
