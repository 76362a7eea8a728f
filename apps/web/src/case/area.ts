import type { Area } from '../app/area';

export const area: Area = {
  routes: [{ path: '/cases/:caseNo', lazy: () => import('./case-page') }],
};
