import type { Area } from '../app/area';

export const area: Area = {
  menu: [{ path: '/inbox', label: '消息', order: 90 }],
  routes: [{ path: '/inbox', lazy: () => import('./inbox-page') }],
};
