import { businessRoles } from '@due-process/contracts';
import type { Area } from '../app/area';

export const area: Area = {
  menu: [{ path: '/worklist', label: '待办', order: 10, roles: businessRoles }],
  routes: [{ path: '/worklist', lazy: () => import('./worklist-page') }],
};
