import { businessRoles } from '@due-process/contracts';
import type { Area } from '../app/area';

const readers = [...businessRoles, 'catalog'] as const;

export const area: Area = {
  menu: [{ path: '/institutions', label: '定点机构', order: 36, roles: readers }],
  routes: [{ path: '/institutions', lazy: () => import('./institutions-page') }],
};
