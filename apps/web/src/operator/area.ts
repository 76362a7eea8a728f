import type { Area } from '../app/area';

export const area: Area = {
  menu: [
    {
      path: '/system',
      label: '运行状态',
      order: 80,
      roles: ['systemAdmin', 'leader', 'supervise'],
      home: ['systemAdmin'],
    },
  ],
  routes: [{ path: '/system', lazy: () => import('./operator-page') }],
};
