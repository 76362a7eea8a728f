import type { Area } from '../app/area';

const everybodyInBusiness = ['window', 'review', 'secondReview', 'head', 'leader', 'supervise', 'finance'] as const;

export const area: Area = {
  menu: [{ path: '/statistics', label: '统计', order: 35, roles: everybodyInBusiness }],
  routes: [{ path: '/statistics', lazy: () => import('./statistics-page') }],
};
