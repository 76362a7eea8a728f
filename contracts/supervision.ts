/** The classes in which an open case can be, by precedence (docs/data.md). The view `case_class` gives each open case exactly one. */
export const CASE_CLASSES = [
  'underRepair',
  'projectionBehind',
  'workerFailing',
  'retrying',
  'activityRunning',
  'nobodysTurn',
  'waitingForAgency',
  'waitingForTime',
  'personsTurn',
] as const;
export type CaseClass = (typeof CASE_CLASSES)[number];

/** Why a case is in its class. */
export type ClassCause =
  | 'runMissing'
  | 'noWait'
  | 'unwritten'
  | 'taskFailing'
  | 'noWorker'
  | 'attempt'
  | 'running'
  | 'letter'
  | 'until'
  | 'applicant'
  | 'unclaimed'
  | 'holderAway'
  | 'inHand'
  | RepairKind;

/** What supervision can do with a stuck case. */
export const REPAIR_KINDS = [
  'retryNow',
  'returnInput',
  'reassign',
  'skip',
  'restartStep',
  'rebuild',
  'awaitRelease',
  'terminate',
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** Repairs that skip, repeat or end what the law foresees need a second person. */
export const TWO_PERSON_REPAIRS: ReadonlySet<RepairKind> = new Set<RepairKind>(['skip', 'restartStep', 'terminate']);

/** Classes in which the system, not a person, keeps the case from moving. */
export const SYSTEM_CLASSES: ReadonlySet<CaseClass> = new Set<CaseClass>([
  'projectionBehind',
  'workerFailing',
  'retrying',
  'nobodysTurn',
]);

export type OutsideSystem = 'exchange' | 'core' | 'fund' | 'sms';

/** Which outside system an effect speaks to. */
export const SYSTEM_OF_EFFECT: Readonly<Record<string, OutsideSystem>> = {
  deliverLetter: 'exchange',
  sendReceipt: 'exchange',
  reconcileLetters: 'exchange',
  registerTransferIn: 'core',
  coreRecord: 'core',
  processRoster: 'core',
  settleAccount: 'fund',
  payBenefit: 'fund',
  sendPendingSms: 'sms',
};

/** Work on many cases at once. */
export const BULK_KINDS = ['remind', 'handOver', 'mergeUnits'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Rules by which a card is given without anybody deciding it. */
export type CardRule = 'stepLate' | 'totalLate' | 'missingNotice' | 'unlawfulRefusal';

/** What the scheduled workflows do for supervision; each has one table of its own to write. */
export interface SupervisionActivities {
  /** Reads the engine for failing workflow tasks, for runs that are gone and for runs without a case; writes `run_fault` and `queue_state`. */
  sweepEngine(): Promise<{ found: number; cleared: number }>;
  /** Looks whether repaired cases have moved and says so. */
  checkRepairs(): Promise<{ moved: number; notMoved: number }>;
  /** Takes the numbers of cases that have closed. */
  collectResults(): Promise<{ taken: number }>;
  /** Gives the cards of the configured rules, each once. */
  giveCards(): Promise<{ given: number }>;
  /** The next cases of a bulk run, at the yielding rate. */
  bulkPage(input: { run: string; limit: number }): Promise<{ done: number; failed: number; left: number }>;
  finishBulk(input: { run: string; state: 'finished' | 'cancelled' }): Promise<void>;
}
