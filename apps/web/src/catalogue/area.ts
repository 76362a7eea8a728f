import type { Area } from '../app/area';

export const area: Area = {};
