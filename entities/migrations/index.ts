import { People1767200000001 } from './1767200000001-people';
import { Journal1767200000002 } from './1767200000002-journal';
import { CaseFile1767200000003 } from './1767200000003-case-file';
import { Telling1767200000004 } from './1767200000004-telling';
import { Opening1767200000005 } from './1767200000005-opening';
import { Calendars1767200000006 } from './1767200000006-calendars';
import { Exchange1767200000007 } from './1767200000007-exchange';
import { Documents1767200000008 } from './1767200000008-documents';
import { Roster1767200000020 } from './1767200000020-roster';
import { Admission1767200000021 } from './1767200000021-admission';
import { CaseSource1767200000022 } from './1767200000022-case-source';
import { Supervision1767200000023 } from './1767200000023-supervision';
import { Organisation1767200000024 } from './1767200000024-organisation';
import { ReviewRound1767200000025 } from './1767200000025-review-round';
import { Settlement1767200000027 } from './1767200000027-settlement';
import { PushedList1767200000026 } from './1767200000026-pushed-list';
import { Agreements1767200000028 } from './1767200000028-agreements';
import { RestrictionLifting1767200000030 } from './1767200000030-restriction-lifting';
import { WorkStation1767200000029 } from './1767200000029-work-station';
import { WhereDaysGo1767200000031 } from './1767200000031-where-days-go';

export const allMigrations = [
  People1767200000001,
  Journal1767200000002,
  CaseFile1767200000003,
  Telling1767200000004,
  Opening1767200000005,
  Calendars1767200000006,
  Exchange1767200000007,
  Documents1767200000008,
  Roster1767200000020,
  Admission1767200000021,
  CaseSource1767200000022,
  Supervision1767200000023,
  Organisation1767200000024,
  ReviewRound1767200000025,
  Settlement1767200000027,
  PushedList1767200000026,
  Agreements1767200000028,
  WorkStation1767200000029,
  RestrictionLifting1767200000030,
  WhereDaysGo1767200000031,
];
