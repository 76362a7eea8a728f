import type { Area } from '../app/area';

/** `/p` is short enough to be typed off a receipt. */
export const area: Area = {
  publicRoutes: [
    { path: '/progress', lazy: () => import('./progress-page') },
    { path: '/p', lazy: () => import('./progress-page') },
  ],
};
