import { area as admission } from '../admission/area';
import { area as calendars } from '../calendars/area';
import { area as caseArea } from '../case/area';
import { area as catalogue } from '../catalogue/area';
import { area as inbox } from '../inbox/area';
import { area as institutions } from '../institutions/area';
import { area as letters } from '../letters/area';
import { area as newCase } from '../new-case/area';
import { area as operator } from '../operator/area';
import { area as portfolio } from '../portfolio/area';
import { area as publicPages } from '../public/area';
import { area as reviewRounds } from '../review-rounds/area';
import { area as statistics } from '../statistics/area';
import { area as supervision } from '../supervision/area';
import { area as worklist } from '../worklist/area';
import type { Area } from './area';

export const areas: readonly Area[] = [
  worklist,
  caseArea,
  newCase,
  portfolio,
  inbox,
  letters,
  supervision,
  statistics,
  operator,
  institutions,
  reviewRounds,
  admission,
  calendars,
  catalogue,
  publicPages,
];
