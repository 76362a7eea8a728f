import { createBrowserRouter } from 'react-router';
import { areas } from './areas';
import { Home } from './home';
import { NotFound } from './not-found';
import { RouteError } from './route-error';
import { Starting } from './starting';

export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteError,
    HydrateFallback: Starting,
    children: [
      { path: '/sign-in', lazy: () => import('../sign-in/sign-in-page') },
      ...areas.flatMap(({ publicRoutes }) => publicRoutes ?? []),
      {
        lazy: () => import('./frame'),
        children: [
          { index: true, Component: Home },
          {
            ErrorBoundary: RouteError,
            children: [...areas.flatMap(({ routes }) => routes ?? []), { path: '*', Component: NotFound }],
          },
        ],
      },
    ],
  },
]);
