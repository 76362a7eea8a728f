import type { InsuranceKind, Instant, IsoDate, LetterReceipt } from '@due-process/contracts';
import type { EmployerRecord } from '../core/employer-record';
import type { Faults } from './faults';

/** How a played city behaves: what it does with a letter that asks for an answer. */
export type CityMode = 'normal' | 'silent' | 'untilReminded' | 'untilEscalated' | 'returns' | 'unreachable';

export interface CitySettings {
  mode: CityMode;
  replyDelayMs: number;
}

export interface EnrolmentRecord {
  status: 'enrolled' | 'suspended' | 'none';
  suspendedOn?: IsoDate;
  insuredSince?: IsoDate;
  paidMonths: number;
  accountBalanceFen: number;
  kind: InsuranceKind;
}

/** An answer that a played city owes, until it is sent or no longer wanted. */
export interface OwedAnswer {
  letterNo: string;
  city: string;
  dueAt: number;
}

export type KeyedSystem = 'core' | 'fund' | 'sms';

/** One effect that a caller asked for under a key of its own: the same key again gives the same answer. */
export interface KeyedEffect {
  system: KeyedSystem;
  key: string;
  digest: string;
  request: Record<string, unknown>;
  answer: Record<string, unknown>;
  at: Instant;
}

/** One line of the journal. The state of the outside world is the fold of these. */
export type WorldEvent =
  | { kind: 'letterAccepted'; raw: string; at: Instant }
  | { kind: 'letterHeld'; letterNo: string }
  | { kind: 'letterReleased'; letterNo: string }
  | { kind: 'letterClosed'; letterNo: string; outcome: 'delivered' | 'refused'; at: Instant }
  | { kind: 'receiptAccepted'; receipt: LetterReceipt }
  | { kind: 'receiptDelivered'; letterNo: string; receiptKind: LetterReceipt['kind']; at: Instant }
  | { kind: 'answerOwed'; owed: OwedAnswer }
  | { kind: 'answerDropped'; letterNo: string }
  | { kind: 'citySet'; city: string; settings: CitySettings }
  | { kind: 'enrolmentSet'; person: string; region: string; record: EnrolmentRecord }
  | { kind: 'deathSet'; person: string; diedOn: IsoDate }
  | { kind: 'employerSet'; employer: string; record: EmployerRecord }
  | { kind: 'registerSet'; register: string; person: string; answer: Record<string, unknown> }
  | { kind: 'effectDone'; effect: KeyedEffect }
  | { kind: 'faultsSet'; faults: Faults };
