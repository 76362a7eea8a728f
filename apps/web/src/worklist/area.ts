import { caseRoles, type Area } from '../app/area';

export const area: Area = {
  menu: [{ path: '/worklist', label: '待办', order: 10, roles: caseRoles }],
  routes: [{ path: '/worklist', lazy: () => import('./worklist-page') }],
};
