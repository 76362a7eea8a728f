import type { ClockView, Deadline } from '@due-process/contracts';

/** `GET …/clocks/{clockId}/derivation`: why the clock falls due on this date, day by day. */
export interface DerivationSheet extends Deadline {
  caseNo: string;
  clock: ClockView;
  pauses: { from: string; to?: string }[];
}
