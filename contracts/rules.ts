import type { LimitUnit } from './calendar';
import type { Role } from './people';

/** Where a fact of the catalogue comes from: the guide's section, or our own setting with its reason. */
export interface Basis {
  section: string;
  /** True where the guide is silent and the value is ours. */
  own?: boolean;
  note?: string;
}

/**
 * All listed conditions must hold. `field` is a path: `variant`, `channel`, `applicant.kind`, `scope` (whether the other place lies in the
 * same province), `form.<field>`, and in the fields of an action's input also `input.<field>`.
 */
export interface Condition {
  field: string;
  in: (string | boolean)[];
}

export type FieldType =
  | 'text'
  | 'longText'
  | 'date'
  /** A month, by the date of any of its days. */
  | 'month'
  | 'choice'
  | 'boolean'
  | 'number'
  | 'amountFen'
  | 'idNumber'
  | 'creditCode'
  | 'phone'
  | 'bankAccount'
  | 'personName'
  | 'agency'
  /** An organisation known to the agency (定点机构, 评估机构, 学校 …), of one of the rule's `kinds`: { code, name }. */
  | 'organisation'
  /** An uploaded list of persons (花名册), by its id; the API puts its name, hash and number of lines beside it. */
  | 'roster'
  /** Ids of the checklist; the API turns them into material states. */
  | 'materials'
  /** Part of the item's form, checked against the published form. */
  | 'form'
  /** A colleague of the agency; the API resolves it into the command's `target`. */
  | 'account';

/** One answer of a choice, offered only when its conditions hold. */
export interface FieldOption {
  value: string;
  label: string;
  when?: Condition[];
}

/** A field of a form or of an action's input. `personal` values are sealed by the API before the case sees them. */
export interface FieldRule {
  id: string;
  label: string;
  type: FieldType;
  required?: boolean;
  personal?: boolean;
  options?: FieldOption[];
  /** Dictionary of the edition whose entries are the options: the published form carries them, a case does not. */
  optionsFrom?: string;
  /** Of a field of type `organisation`: the outside roles whose organisations are offered; all when absent. */
  kinds?: Role[];
  /** Whoever registers from outside names itself here and nobody else (具备资格的医疗机构只能以自己的名义办理). */
  namesOpener?: true;
  when?: Condition[];
  min?: number;
  max?: number;
  maxLength?: number;
  /** Of a date: the day may still lie ahead (协议期). Any other date says what has been. */
  ahead?: boolean;
  help?: string;
  basis?: Basis;
}

/** One line of the checklist. With `alternatives` any one of them satisfies it (either/or proofs). */
export interface MaterialRule {
  id: string;
  name: string;
  alternatives?: { id: string; name: string }[];
  when?: Condition[];
  /** Not asked for when data sharing answers it. */
  shareable?: boolean;
  /** Data sharing answers it when this outside fact has one of these values: then it is not asked for (免于提交). */
  sharedBy?: { fact: string; in: string[] };
  /** A letter of this type from another agency answers it: what the applicant may bring may also arrive by itself. */
  byLetter?: string;
  /** May be promised and brought later (告知承诺, 容缺受理). */
  promisable?: boolean;
  basis: Basis;
}

/** `commitment`: a material promised in writing (告知承诺) is still owed; it starts with the conclusion and outlives it. */
export type ClockKind =
  'statutory' | 'promised' | 'step' | 'counterpart' | 'publicNotice' | 'remedy' | 'ban' | 'supplement' | 'commitment';

/** One rung of a ladder: a share of the period, the due date, or working days past it. */
export interface RungRule {
  id: string;
  share?: number;
  due?: true;
  afterDue?: number;
  receivers: RungReceiver[];
  sms?: boolean;
}
/** `holder`: who has the task; unclaimed work goes to the unit's head, failing that to the agency's supervisors. */
export type RungReceiver = 'holder' | 'head' | 'leader' | 'supervise';

/**
 * A limit. Facts are names: `opened`, `acceptance`, `conclusion`, `supplementNotice`, `materialsReceived`,
 * `taskOpened:<stage>`, `taskDone:<stage>`, `letterSent:<type>`, `letterReceived:<type>`, or a story's own.
 */
export interface ClockRule {
  id: string;
  kind: ClockKind;
  name: string;
  quantity: number;
  unit: LimitUnit;
  when?: Condition[];
  startsOn: string;
  metBy: string[];
  /** Causes of the pause ledger that stop this clock. */
  stoppedBy: string[];
  ladder: RungRule[];
  /** Share of the period from which the light is yellow; without it, one working day before the due date. */
  yellowFrom?: number;
  basis: Basis;
}

/** What an action may require beyond the holder's turn. */
export type ActionNeed = 'materialsComplete' | 'materialsMissing' | 'factsHold' | 'factsFail' | 'limitOver';

export interface ActionRule {
  id: string;
  label: string;
  input?: FieldRule[];
  needs?: ActionNeed[];
  /** Pure checks of what is entered, by name: figures that do not add up are refused before anything is done. */
  checks?: string[];
  /** The fact its completion brings about besides `taskDone:<stage>`. */
  fact?: string;
  /** Of a refusal: the way that is still open to the applicant, told with the reason. */
  advice?: string;
  /** Sends the case back to the wait with this key; `input.<field>`: to the one chosen there. */
  sendsBackTo?: string;
}

/** One unit of human work and who may do it. */
export interface StageRule {
  id: string;
  name: string;
  /** The trade's state shown while it is open. */
  shows: CasePhase;
  role: Role;
  /**
   * `office`: the unit that took the case; `opener`: the organisation whose account registered it; `form.<field>`: the organisation named
   * there; otherwise a unit id of the agency. An organisation that is not named leaves the work to the window of the case's office.
   */
  unit: string;
  /** The same work done by somebody else when the case came by this channel. */
  byChannel?: Record<string, { role: Role; unit: string }>;
  actions: ActionRule[];
  /** Stages whose doer may not do this one (second review never by the reviewer). */
  notBy?: string[];
  basis: Basis;
}

/** Who is asked: the registers of the core platform and of data sharing; or nobody: the application itself, judged by
 * `holdsWhen`, or what follows from it by `derives`. */
export type FactSource =
  | 'enrolment'
  | 'insuranceRecord'
  | 'personalAccount'
  | 'employerRecord'
  | 'deathRecord'
  | 'outOfTownFiling'
  | 'maternityFiling'
  | 'birthCertificates'
  | 'maternitySettlement'
  | 'aidPerson'
  | 'onlineSettlement'
  | 'priorSettlement'
  | 'settlementFigures'
  | 'application'
  | 'derived';

/**
 * What follows from an application and the edition's dictionaries, asked of nobody. `says`: a word of the entry chosen in `field` of the dictionary `of`. `right`: which of
 * the `rights` of the entry chosen in `by` names that word, or `none`. `age`: `younger` or `older`, from this full year of life on the day of receipt.
 * `recent`: whether the date in `field` lies within so many months before receipt, `recent` or `outdated`.
 */
export type Derivation =
  /** `words`: what each answer means, for the person at the counter. */
  | { kind: 'says'; field: string; of: string; word: string; words?: Record<string, string> }
  | { kind: 'right'; field: string; of: string; word: string; by: string; byOf: string; rights: string[] }
  | { kind: 'age'; from: number }
  | { kind: 'recent'; field: string; months: number };

/** An outside fact a command depends on, fetched by the API through the named lookup. */
export interface FactRule {
  id: string;
  name: string;
  lookup: FactSource;
  /** Asked only where it applies: a death only of the dead. */
  when?: Condition[];
  /** Of the application itself: what must hold of it; its values are `satisfied` and `unsatisfied`. */
  holdsWhen?: Condition[];
  /** Of a derived fact: how it follows. */
  derives?: Derivation;
  purpose: string;
  /** Form fields that are sent with the question: whether a filing covers this hospital on this day. */
  sends?: string[];
  /** Values that let the case be accepted. */
  accepted: string[];
  /** What the applicant is told when it does not hold. */
  refusal: string;
  basis: Basis;
}

/** A cause for which time may be stopped. */
export interface PauseRule {
  cause: string;
  name: string;
  legalBasis: string;
  limit?: { quantity: number; unit: LimitUnit };
  atLimit?: 'tellHolder' | 'resume';
  needsDocument?: boolean;
  basis: Basis;
}

export interface DocumentRule {
  type: string;
  name: string;
  /** A paper of the agency's own work: not for applicants and institutions. */
  internal?: true;
  basis: Basis;
}

export interface OutcomeRule {
  id: Outcome;
  name: string;
}

/** The edition's rules of one item, trimmed to what a running case needs, pinned in its start input. */
export interface ItemRules {
  code: string;
  edition: string;
  name: string;
  agency: string;
  mode: 'immediate' | 'promised';
  story: string;
  params: Record<string, string | number | boolean | string[]>;
  facts: FactRule[];
  materials: MaterialRule[];
  clocks: ClockRule[];
  stages: StageRule[];
  pauses: PauseRule[];
  /** Their basis stays in the catalogue: no case needs it. */
  documents: Pick<DocumentRule, 'type' | 'name' | 'internal'>[];
  extension?: { quantity: number; unit: LimitUnit; role: Role; clock: string; basis: Basis };
  /** Supplement notices after the first need a supervisor's reason. */
  supplement: { basis: Basis };
  /** How the result is served; the run ends after it or at its limit in calendar days. */
  service: { mode: 'atOnce' | 'recorded'; limitDays: number; basis: Basis };
}

/** The trade's states of a case. A pause is a flag on a state, never a state. */
export type CasePhase =
  | 'awaitingIntake'
  | 'received'
  | 'awaitingSupplement'
  | 'accepted'
  | 'inReview'
  | 'awaitingSecondReview'
  | 'concluded'
  | 'notAccepted'
  | 'rejected'
  | 'cancelled'
  | 'terminated';

export type Outcome = 'completed' | 'notAccepted' | 'rejected' | 'cancelled' | 'terminated';
