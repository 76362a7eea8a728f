import type { Instant, IsoDate, WorkCalendar } from './calendar';
import type {
  ApplicantRef,
  CaseState,
  ClockState,
  DocumentState,
  FormValue,
  KnownFact,
  LetterState,
  MaterialState,
  PauseState,
  StepResult,
  TaskState,
  WaitState,
} from './case-state';
import type { CasePhase, Outcome } from './rules';
import type { RepairKind } from './supervision';

/** What each event carries. Events are past tense, append-only, and hold everything that `evolve` needs. */
export interface EventData {
  caseOpened: {
    officeId: string;
    organisation?: string;
    channel: string;
    variant?: string;
    applicant: ApplicantRef;
    form: Record<string, FormValue>;
    materials: MaterialState[];
    facts: KnownFact[];
    receivedOn: IsoDate;
    calendarVersion: string;
    rulesHash: string;
  };
  formSaved: { form: Record<string, FormValue> };
  materialsTicked: { materials: MaterialState[] };
  factsLearned: { facts: KnownFact[] };
  accepted: { acceptedOn: IsoDate };
  phaseChanged: { phase: CasePhase };

  taskOpened: { task: TaskState };
  taskClaimed: { key: string; assignee: string };
  taskReleased: { key: string };
  taskHandedOver: { key: string; assignee?: string; unit?: string; reason?: string };
  taskDelegated: { key: string; assignee: string; delegatedBy: string };
  delegationReturned: { key: string; assignee: string };
  cosignerAdded: { key: string; cosigner: string; position: 'before' | 'after' };
  taskCosigned: { key: string; cosigner: string; opinion?: string };
  taskAwaitsCosigners: { key: string; action: string; input: Record<string, FormValue> };
  taskReminded: { key: string; text?: string };
  taskCompleted: { key: string; stage: string; action: string };
  taskCancelled: { key: string; reason: 'sentBack' | 'superseded' | 'ended' };
  noteAdded: { text: string };

  stepSettled: { result: Omit<StepResult, 'order'> };
  sentBack: { to: string; reason?: string; dropped: string[]; withdrawn: boolean };
  waitOpened: { wait: WaitState };
  waitReminded: { key: string; remindOn?: IsoDate };
  effectRetried: { key: string; error: string };
  repaired: { kind: RepairKind; reason: string; key?: string; proposedBy?: string };

  clockStarted: { clock: ClockState };
  clockEnded: { id: string; state: 'met' | 'overrun' | 'cancelled'; endedOn: IsoDate; used: number };
  clockRedated: {
    id: string;
    dueOn: IsoDate;
    calendarVersion: string;
    cause: 'pause' | 'extension' | 'calendar' | 'correction';
    extendedBy?: number;
  };
  pauseOpened: { pause: PauseState };
  pauseEnded: { id: string; endedOn: IsoDate };
  pauseLimitReached: { id: string; consequence: 'tellHolder' | 'resume' };
  calendarAdopted: { calendar: WorkCalendar; proposal?: string };

  letterIssued: { letter: LetterState };
  letterDelivered: { letterNo: string; on: IsoDate };
  letterProcessed: { letterNo: string; on: IsoDate };
  letterRefused: { letterNo: string; reason: string };
  letterReceived: { letter: LetterState };
  letterParked: { letter: LetterState };

  supplementRequested: { missing: string[]; noticeNo: string; reason?: string };
  supplementReceived: { materials: MaterialState[]; complete: boolean };
  documentIssued: { document: DocumentState };
  concluded: { outcome: Outcome; reason?: string };
  /** Nothing promised is owed any more: everything was brought, or the office gave it up with its reason. */
  commitmentEnded: { how: 'kept' | 'writtenOff'; materials: MaterialState[]; reason?: string };
  served: { servedOn: IsoDate; how: 'atOnce' | 'recorded' | 'limit' };
  caseRestored: { state: CaseState; missing: { from: number; to: number } };
}

export type EventType = keyof EventData;

export interface EventMeta {
  seq: number;
  /** The case's version after this event: grows only with events that change tasks, form, materials or outcome. */
  version: number;
  by: string;
  occurredOn: IsoDate;
  recordedAt: Instant;
  /** Key and body MAC of the command that caused it; kept for answering repeats. */
  command?: { key: string; bodyMac: string; action: string };
}

export type CaseEvent = { [K in EventType]: { type: K; data: EventData[K] } & EventMeta }[EventType];

/** Events that make an open form stale: all that change tasks, form, materials or outcome. */
export const VERSION_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'caseOpened',
  'formSaved',
  'materialsTicked',
  'accepted',
  'taskOpened',
  'taskClaimed',
  'taskReleased',
  'taskHandedOver',
  'taskDelegated',
  'delegationReturned',
  'cosignerAdded',
  'taskCosigned',
  'taskAwaitsCosigners',
  'taskCompleted',
  'taskCancelled',
  'sentBack',
  'supplementRequested',
  'supplementReceived',
  'pauseOpened',
  'pauseEnded',
  'concluded',
  'served',
  'commitmentEnded',
  'caseRestored',
]);
