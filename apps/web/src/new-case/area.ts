import type { Area } from '../app/area';

const registrars = ['window', 'head'] as const;

export const area: Area = {
  menu: [{ path: '/new', label: '新办件', order: 20, roles: registrars }],
  routes: [{ path: '/new', lazy: () => import('./new-case-page') }],
};
