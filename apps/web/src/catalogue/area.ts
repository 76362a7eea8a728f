import type { Area } from '../app/area';

export const area: Area = {
  menu: [{ path: '/items', label: '事项目录', order: 50, home: ['catalog'] }],
  routes: [
    { path: '/items', lazy: () => import('./catalogue-page') },
    { path: '/items/:code', lazy: () => import('./catalogue-page') },
  ],
};
