import type { Instant, IsoDate, LetterEnvelope, LetterReceipt } from '@due-process/contracts';
import type { EmployerRecord } from '../core/employer-record';
import { digestOf } from '../keys';
import type { CitySettings, EnrolmentRecord, KeyedEffect, KeyedSystem, OwedAnswer, WorldEvent } from './events';
import { strike, type CountedFault, type Faults, type SystemName } from './faults';
import type { Journal } from './journal';

export interface StoredReceipt extends LetterReceipt {
  deliveredAt?: Instant;
}

export interface StoredLetter {
  envelope: LetterEnvelope;
  /** The text as the sender signed it; it is forwarded byte for byte. */
  raw: string;
  digest: string;
  acceptedAt: Instant;
  hold?: 'held' | 'released';
  outcome?: 'delivered' | 'refused';
  closedAt?: Instant;
  receipts: StoredReceipt[];
}

const cityDefault: CitySettings = { mode: 'normal', replyDelayMs: 1000 };

/** What the outside world knows. It changes through `record` alone: first the journal, then the memory. */
export class World {
  readonly letters = new Map<string, StoredLetter>();
  readonly owed = new Map<string, OwedAnswer>();
  private readonly effects: Record<KeyedSystem, Map<string, KeyedEffect>> = {
    core: new Map(),
    fund: new Map(),
    sms: new Map(),
  };
  readonly enrolments = new Map<string, EnrolmentRecord>();
  readonly deaths = new Map<string, IsoDate>();
  readonly employers = new Map<string, EmployerRecord>();
  /** Answers of benefit registers that the operator has set, by register and person. */
  readonly registers = new Map<string, Record<string, unknown>>();
  faults: Faults = {};
  private readonly cities = new Map<string, CitySettings>();

  constructor(
    private readonly journal: Journal,
    private readonly defaults: CitySettings = cityDefault,
  ) {
    for (const event of journal.past) this.apply(event);
  }

  record(event: WorldEvent): void {
    this.journal.append(event);
    this.apply(event);
  }

  forgetEverything(): void {
    this.journal.clear();
    const { core, fund, sms } = this.effects;
    for (const part of [
      this.letters,
      this.owed,
      core,
      fund,
      sms,
      this.enrolments,
      this.deaths,
      this.employers,
      this.registers,
      this.cities,
    ])
      part.clear();
    this.faults = {};
  }

  city(code: string): CitySettings {
    return this.cities.get(code) ?? this.defaults;
  }

  changedCities(): Record<string, CitySettings> {
    return Object.fromEntries(this.cities);
  }

  enrolment(person: string, region: string): EnrolmentRecord | undefined {
    return this.enrolments.get(`${person}|${region}`);
  }

  effect(system: KeyedSystem, key: string): KeyedEffect | undefined {
    return this.effects[system].get(key);
  }

  effectsOf(system: KeyedSystem): KeyedEffect[] {
    return [...this.effects[system].values()];
  }

  /** The serial number of the next effect of a system. */
  nextSerial(system: KeyedSystem): number {
    return this.effects[system].size + 1;
  }

  /** Whether a counted fault strikes now; if so, one time fewer is left, also after a restart. */
  strikes(system: SystemName, name: CountedFault): boolean {
    const after = strike(this.faults[system], name);
    if (!after) return false;
    if (after !== this.faults[system]) this.record({ kind: 'faultsSet', faults: { ...this.faults, [system]: after } });
    return true;
  }

  private apply(event: WorldEvent): void {
    switch (event.kind) {
      case 'letterAccepted':
        return this.keep(event.raw, event.at);
      case 'letterHeld':
      case 'letterReleased':
        return this.change(event.letterNo, { hold: event.kind === 'letterHeld' ? 'held' : 'released' });
      case 'letterClosed':
        return this.change(event.letterNo, { outcome: event.outcome, closedAt: event.at });
      case 'receiptAccepted':
        this.letters.get(event.receipt.letterNo)?.receipts.push({ ...event.receipt });
        return;
      case 'receiptDelivered': {
        const receipts = this.letters.get(event.letterNo)?.receipts ?? [];
        for (const receipt of receipts) if (receipt.kind === event.receiptKind) receipt.deliveredAt = event.at;
        return;
      }
      case 'answerOwed':
        this.owed.set(event.owed.letterNo, event.owed);
        return;
      case 'answerDropped':
        this.owed.delete(event.letterNo);
        return;
      case 'citySet':
        this.cities.set(event.city, event.settings);
        return;
      case 'enrolmentSet':
        this.enrolments.set(`${event.person}|${event.region}`, event.record);
        return;
      case 'deathSet':
        this.deaths.set(event.person, event.diedOn);
        return;
      case 'employerSet':
        this.employers.set(event.employer, event.record);
        return;
      case 'registerSet':
        this.registers.set(`${event.register}|${event.person}`, event.answer);
        return;
      case 'effectDone':
        this.effects[event.effect.system].set(event.effect.key, event.effect);
        return;
      case 'faultsSet':
        this.faults = event.faults;
    }
  }

  /**
   * A letter from a city that names one it owed an answer to is that answer: both become true with the same line.
   * A reminder names a letter too, but answers nothing.
   */
  private keep(raw: string, acceptedAt: Instant): void {
    const envelope = JSON.parse(raw) as LetterEnvelope;
    this.letters.set(envelope.letterNo, { envelope, raw, digest: digestOf(envelope), acceptedAt, receipts: [] });
    const owed = envelope.inReplyTo === undefined ? undefined : this.owed.get(envelope.inReplyTo);
    const asks = envelope.type === 'reminder' || envelope.type === 'escalation';
    if (owed?.city === envelope.fromAgency && !asks) this.owed.delete(owed.letterNo);
  }

  private change(letterNo: string, fields: Partial<StoredLetter>): void {
    const letter = this.letters.get(letterNo);
    if (letter) Object.assign(letter, fields);
  }
}
