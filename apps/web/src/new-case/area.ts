import { outsideRoles } from '@due-process/contracts';
import type { Area } from '../app/area';

const registrars = ['window', 'head'] as const;

export const area: Area = {
  menu: [
    { path: '/new', label: '新办件', order: 20, roles: registrars },
    { path: '/new', label: '新申请', order: 20, roles: outsideRoles },
  ],
  routes: [{ path: '/new', lazy: () => import('./new-case-page') }],
};
