import type { Area } from '../app/area';

const readers = ['review', 'secondReview', 'deputyHead', 'head', 'leader', 'supervise'] as const;

export const area: Area = {
  menu: [{ path: '/review-rounds', label: '季度审核', order: 37, roles: readers }],
  routes: [{ path: '/review-rounds', lazy: () => import('./review-rounds-page') }],
};
