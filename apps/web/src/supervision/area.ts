import type { Area } from '../app/area';

const supervisors = ['head', 'leader', 'supervise'] as const;
const addressees = ['window', 'review', 'secondReview', 'finance'] as const;

export const area: Area = {
  menu: [
    { path: '/supervision', label: '督办', order: 30, roles: supervisors, home: ['supervise'] },
    { path: '/orders', label: '督办单', order: 31, roles: addressees },
  ],
  routes: [
    { path: '/supervision', lazy: () => import('./supervision-page') },
    { path: '/orders', lazy: () => import('./orders-page') },
  ],
};
