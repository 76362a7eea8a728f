/** What kind of standing a place of an item's flow chart is. */
export type PlaceKind = 'work' | 'applicant' | 'paused' | 'system' | 'agency' | 'time';

/** A place of the item's flow chart: what closed cases of a period spent there, and what stands there now. */
export interface FlowStep {
  id: string;
  kind: PlaceKind;
  name: string;
  /** Closed cases of the period that stood here; their working days here: mean, nine tenths, all, and the part of all days of these cases. */
  cases: number;
  meanDays: number | null;
  p90Days: number | null;
  totalDays: number;
  share: number | null;
  /** Limit of the step and how many missed it, where it has one. */
  limitDays: number | null;
  late: number;
  /** Open cases that stand here now. */
  waiting: number;
}

/** From place to place, with how many cases went. `start` and `end` stand for receipt and conclusion. */
export interface FlowWay {
  from: string;
  to: string;
  cases: number;
}
