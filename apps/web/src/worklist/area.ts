import { businessRoles } from '@due-process/contracts';
import type { Area } from '../app/area';
import { begin } from './begin';

export const area: Area = {
  menu: [{ path: '/worklist', label: '待办', order: 10, roles: businessRoles }],
  routes: [{ path: '/worklist', loader: begin, lazy: () => import('./worklist-page') }],
};
