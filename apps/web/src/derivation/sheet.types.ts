import type { Deadline } from '@due-process/contracts';
import type { CaseClock } from '../case/case.types';

/** `GET …/clocks/{clockId}/derivation`: why the clock falls due on this date, day by day. */
export interface DerivationSheet extends Deadline {
  caseNo: string;
  clock: CaseClock;
  pauses: { from: string; to?: string }[];
}
