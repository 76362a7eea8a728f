import type { AdmissionRule } from './admission';
import type { PushedListRule } from './pushed-lists';
import type { LimitUnit } from './calendar';
import type { Role } from './people';
import type {
  Basis,
  ClockKind,
  Condition,
  DocumentRule,
  FactRule,
  FieldRule,
  ItemRules,
  MaterialRule,
  OutcomeRule,
  PauseRule,
  StageRule,
} from './rules';

/** A sentence as the guide prints it, with its place. */
export interface Stated {
  text: string;
  basis: Basis;
}

export interface NamedFact {
  id: string;
  name: string;
  basis: Basis;
}

/** A kind of 服务对象. An organisation is known by its credit code and its whole name. */
export interface ApplicantKind extends NamedFact {
  organisation?: true;
  /** Form field that names who applies in the place of an insured person who has died: documents are addressed to them. */
  addressee?: string;
}

export interface QueryChannel extends NamedFact {
  text: string;
  /** False: announced in the guide, not yet open. */
  open: boolean;
  /** Open to applications of which these hold: 注销 only. */
  when?: Condition[];
}

export interface ItemChannel extends QueryChannel {
  /** Who may register a case by it. */
  openedBy: Role[];
}

/** An office as this item's section prints it: sections differ from one another. */
export interface ItemOffice extends NamedFact {
  address: string;
  telephone?: string;
  queryTelephone?: string;
  supervisionTelephone?: string;
  hours: string;
}

/** `office` is absent where one number serves the whole agency. */
export interface ItemTelephone {
  office?: string;
  name: string;
  telephone: string;
  basis: Basis;
}

/** 即时 limits have no quantity: they are concluded while the applicant waits. */
export interface ItemLimit extends NamedFact {
  kind: ClockKind;
  text?: string;
  immediate: boolean;
  quantity?: number;
  unit?: LimitUnit;
  when?: Condition[];
  startsOn?: string;
  metBy?: string[];
  stoppedBy?: string[];
  within?: string;
}

/** A printed list that the item's forms and rules refer to: diseases, hospitals. `says` is what rules ask of an entry. */
export interface Dictionary {
  id: string;
  name: string;
  basis: Basis;
  entries: {
    id: string;
    name: string;
    when?: Condition[];
    says?: Record<string, string | string[]>;
    district?: string;
    address?: string;
    telephone?: string;
    basis?: Basis;
  }[];
}

/** One line of the list of items. */
export interface ItemSummary {
  code: string;
  name: string;
  edition: string;
  /** The heading of the guide under which it stands. */
  chapter: { no: number; name: string };
  agency: string;
  agencyName: string;
  region: string;
  mode: ItemRules['mode'];
  limitText: string;
  /** Who may register it by one channel or another that is open. */
  openedBy: Role[];
}

/** The item whole: every fact of the guide and every setting of ours, each with its basis. */
export interface ItemPublished extends ItemSummary {
  guide: { title: string; issuedBy: string; issued: string; inForceFrom: string; source: string };
  section: string;
  basis: Basis;
  modeBasis: Basis;
  story: string;
  params: ItemRules['params'];
  paramsBasis: Record<string, Basis>;
  objects: Stated[];
  applicantKinds: ApplicantKind[];
  channels: ItemChannel[];
  offices: ItemOffice[];
  variants: NamedFact[];
  materials: MaterialRule[];
  process: { condition?: Stated; steps: Stated[] };
  limits: ItemLimit[];
  limitStatement: Stated;
  query: { text?: Stated; channels: QueryChannel[]; telephones: ItemTelephone[] };
  supervision: { telephones: ItemTelephone[] };
  quality: { standard: string; points: string[]; rating: string[]; basis: Basis };
  form: FieldRule[];
  dictionaries: Dictionary[];
  /** Asked before the application gets a number. */
  admission: AdmissionRule[];
  pushedLists: PushedListRule[];
  facts: FactRule[];
  stages: StageRule[];
  pauses: PauseRule[];
  documents: DocumentRule[];
  outcomes: (OutcomeRule & { basis: Basis })[];
  supplement: ItemRules['supplement'];
  service: ItemRules['service'];
  extension?: ItemRules['extension'];
  notes: Stated[];
}

/** A unit of an agency: an office that takes cases, or a section behind it. */
export interface AgencyUnit {
  id: string;
  name: string;
  kind: 'office' | 'section';
}

export interface AgencyFacts {
  /** Six-digit region code; also the agency's identifier. */
  region: string;
  regionName: string;
  name: string;
  /** Three digits of the case number. */
  code: string;
}
