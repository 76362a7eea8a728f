/** What the verifier can find. Names the case and the parts that differ, never a value: its output may be sent around. */
export type DifferenceKind =
  /** A link of the hash chain does not follow from the one before it: an event was changed, removed or put in. */
  | 'chainBroken'
  /** Rows marked as voided and the markers in the chain do not agree. */
  | 'voidUnexplained'
  /** Event numbers are missing or repeated, and no restoring event bridges the gap. */
  | 'sequenceGap'
  /** Events without a case row, or a case row without events. */
  | 'rowMissing'
  /** The rules or the calendar that the first event names are not there. */
  | 'sourceMissing'
  /** Today's code cannot fold the events. */
  | 'foldFailed'
  /** The fold gives another state than the one that was recorded. */
  | 'digestDiffers'
  /** A row that people read is not what the events say. */
  | 'projectionDiffers'
  /** The journal has an open case, and no workflow runs for it. */
  | 'workflowMissing'
  /** A workflow runs for a case that the journal has ended or does not know. */
  | 'workflowUnexpected';

export interface Difference {
  kind: DifferenceKind;
  caseNo: string;
  detail: string;
}

export interface Findings {
  checked: number;
  differences: Difference[];
}
