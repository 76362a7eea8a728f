import { outsideRoles } from '@due-process/contracts';
import type { Area } from '../app/area';

export const area: Area = {
  menu: [{ path: '/my', label: '我的办件', order: 10, roles: outsideRoles }],
  routes: [{ path: '/my', lazy: () => import('./portfolio-page') }],
};
