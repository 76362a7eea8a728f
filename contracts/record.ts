import type { Instant, IsoDate } from './calendar';
import type { ClockState, DocumentState, LetterState, PauseState, TaskState } from './case-state';
import type { CaseEvent } from './events';
import type { RungReceiver } from './rules';

/** The case's row as lists and boards read it. */
export interface CaseRow {
  caseNo: string;
  itemCode: string;
  edition: string;
  rulesHash: string;
  agency: string;
  officeId: string;
  channel: string;
  variant: string | null;
  mode: string;
  phase: string;
  outcome: string | null;
  personId: string;
  applicantMasked: string;
  subject: string;
  seq: number;
  version: number;
  stageName: string | null;
  assignee: string | null;
  unit: string | null;
  receivedOn: IsoDate;
  acceptedOn: IsoDate | null;
  concludedOn: IsoDate | null;
  servedOn: IsoDate | null;
  /** The light's clock: the promised one if there is one, else the statutory. */
  statutoryDueOn: IsoDate | null;
  promisedDueOn: IsoDate | null;
  dueOn: IsoDate | null;
  /** Due date of the open tasks' earliest step clock. */
  stepDueOn: IsoDate | null;
  yellowOn: IsoDate | null;
  paused: boolean;
  /** 'task' | 'letter' | 'effect' | 'until' | 'none': what the story waits for. */
  waitingFor: string;
  /** The place of the flow chart at which it stands (`standsAt`), and the day on which a wait ends or is asked about; null when closed. */
  waitsAt: string | null;
  waitsUntil: IsoDate | null;
  calendarVersion: string;
  /** Latest date on which any running clock falls due: which cases a new calendar can touch. */
  horizonOn: IsoDate | null;
  open: boolean;
  ended: boolean;
}

export interface RungRow {
  clockId: string;
  arming: number;
  rung: string;
  on: IsoDate;
  at: Instant;
  receivers: RungReceiver[];
  sms: boolean;
  /** `past`: lay behind when the clock was started with a true date of long ago. */
  state: 'pending' | 'past';
}

/** A message to people that follows from an event: inbox for accounts, SMS for applicants. */
export interface MessageRow {
  /** Unique in the case: event sequence and purpose. */
  key: string;
  to: { account?: string; unit?: string; role?: string; applicant?: true };
  kind: string;
  text: string;
  sms: boolean;
}

/** Everything one command or wake produced; written by one statement. */
export interface Batch {
  caseNo: string;
  /** Sequence number of the first event. */
  fromSeq: number;
  /** Cause and command keys: the same id again has no effect. */
  batchId: string;
  /** Time of the workflow task that made it: an older task never voids a younger one's rows. */
  writtenAt: Instant;
  runId: string;
  /** Digest of the state after the batch. */
  digest: string;
  events: CaseEvent[];
  rows: {
    case: CaseRow;
    tasks: (TaskState & { done: boolean })[];
    clocks: ClockState[];
    pauses: PauseState[];
    letters: LetterState[];
    documents: DocumentState[];
    /** Rungs of every clock in `clocks`: the pending ones of that clock are replaced by these. */
    rungs: RungRow[];
    messages: MessageRow[];
  };
  /** `rows` is the whole projection of the state, not only what this batch changed: what stands there is replaced. */
  full?: true;
  /** Present when the journal was behind the workflow and this batch bridges the gap; it needs `full` rows. */
  restores?: { from: number; to: number };
}

export interface RecordAnswer {
  seq: number;
  digest: string;
  /** The newest published calendar: a case learns of it at its next wake. */
  calendarVersion: string;
  /** The journal lacks events from here on (an older backup was restored): send again from the state. */
  behindAt?: number;
  /** Nothing was written: rows of an abandoned batch must be replaced, which takes the whole projection. Send the same batch again, `full`. */
  needsFull?: true;
}
