import type { Role } from '@due-process/contracts';
import type { RouteObject } from 'react-router';

/** One entry of the menu. Without `roles` everybody who is signed in sees it. */
export interface MenuEntry {
  path: string;
  label: string;
  order: number;
  roles?: readonly Role[];
  /** Whose work begins here, whatever stands before it in the menu. */
  home?: readonly Role[];
}

/** A part of the app with its own screens, loaded when first visited. */
export interface Area {
  /** Behind the sign-in, inside the frame. */
  routes?: RouteObject[];
  /** For the public: no sign-in, no frame. */
  publicRoutes?: RouteObject[];
  menu?: MenuEntry[];
}
