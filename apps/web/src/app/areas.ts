import { area as calendars } from '../calendars/area';
import { area as caseArea } from '../case/area';
import { area as catalogue } from '../catalogue/area';
import { area as inbox } from '../inbox/area';
import { area as letters } from '../letters/area';
import { area as newCase } from '../new-case/area';
import { area as publicPages } from '../public/area';
import { area as supervision } from '../supervision/area';
import { area as worklist } from '../worklist/area';
import type { Area } from './area';

export const areas: readonly Area[] = [
  worklist,
  caseArea,
  newCase,
  inbox,
  letters,
  supervision,
  calendars,
  catalogue,
  publicPages,
];
