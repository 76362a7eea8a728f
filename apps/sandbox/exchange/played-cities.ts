import { randomBytes } from 'node:crypto';
import type { LetterEnvelope, LetterType } from '@due-process/contracts';
import { answerTo } from '@due-process/domain';
import type { EnrolmentRegistry } from '../core/registry';
import type { Keys } from '../keys';
import { shanghaiDate } from '../world/dates';
import type { CitySettings, OwedAnswer } from '../world/events';
import type { World } from '../world/world';
import { bodyOf, returnReason, type BodySource } from './letter-bodies';
import { person } from './letter.schema';
import type { ExchangePlatform } from './platform';

/** Every agency but the two real ones: gives receipts, answers what asks for an answer, and writes when told to. */
export class PlayedCities {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly world: World,
    private readonly keys: Keys,
    private readonly platform: ExchangePlatform,
    private readonly registry: EnrolmentRegistry,
  ) {
    platform.onPlayedDelivery = (letter) => this.receive(letter);
  }

  resume(): void {
    for (const owed of this.world.owed.values()) this.schedule(owed);
  }

  set(city: string, settings: CitySettings): void {
    this.world.record({ kind: 'citySet', city, settings });
    for (const owed of this.world.owed.values()) if (owed.city === city) this.schedule(owed);
  }

  /** Writes a letter of the city's own accord. */
  send(
    city: string,
    letter: Omit<LetterEnvelope, 'letterNo' | 'fromAgency' | 'issuedOn'> & Partial<LetterEnvelope>,
  ): string {
    const envelope: LetterEnvelope = {
      letterNo: newNumber(city),
      issuedOn: shanghaiDate(Date.now()),
      ...letter,
      fromAgency: city,
    };
    return this.platform.accept(JSON.stringify(envelope), envelope).letterNo;
  }

  /** What the city would write about this person. */
  body(
    city: string,
    type: LetterType,
    given: BodySource['person'],
    about?: BodySource['about'],
  ): Record<string, unknown> {
    const record = this.registry.of(this.keys.subject(given.idNumber), city, 'transferOut');
    return bodyOf(type, { city, person: given, record, today: shanghaiDate(Date.now()), about });
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private receive(letter: LetterEnvelope): void {
    const { toAgency: city, inReplyTo } = letter;
    const { mode, replyDelayMs } = this.world.city(city);
    if (letter.type === 'reminder' || letter.type === 'escalation') {
      const owed = this.world.owed.get(inReplyTo ?? '');
      const wakes = mode === (letter.type === 'reminder' ? 'untilReminded' : 'untilEscalated');
      if (owed && wakes) this.answer(owed, 'normal');
      if (mode !== 'silent') this.processed(letter);
    } else if (answerTo(letter.type)) {
      const owed = { letterNo: letter.letterNo, city, dueAt: Date.now() + replyDelayMs };
      this.world.record({ kind: 'answerOwed', owed });
      this.schedule(owed);
    } else {
      if (letter.type === 'withdrawal' && inReplyTo) this.world.record({ kind: 'answerDropped', letterNo: inReplyTo });
      if (mode !== 'silent') this.processed(letter);
    }
  }

  private schedule(owed: OwedAnswer): void {
    clearTimeout(this.timers.get(owed.letterNo));
    this.timers.set(
      owed.letterNo,
      setTimeout(() => this.answerWhenDue(owed), Math.max(0, owed.dueAt - Date.now())),
    );
  }

  private answerWhenDue(owed: OwedAnswer): void {
    this.timers.delete(owed.letterNo);
    const { mode } = this.world.city(owed.city);
    if (mode === 'normal' || mode === 'returns') this.answer(owed, mode);
  }

  private answer(owed: OwedAnswer, mode: 'normal' | 'returns'): void {
    const asked = this.world.letters.get(owed.letterNo)?.envelope;
    const wanted = asked && answerTo(asked.type);
    if (!asked || !wanted || !this.world.owed.has(owed.letterNo)) return;
    const named = person.safeParse(asked.body.person);
    const about = { type: asked.type, letterNo: asked.letterNo, issuedOn: asked.issuedOn };
    const returned = mode === 'returns' || !named.success;
    const type = returned ? 'returnNotice' : wanted;
    const body = returned ? { reason: returnReason } : this.body(owed.city, type, named.data, about);
    if (returned) this.receipt(asked, 'refused', returnReason);
    else this.processed(asked);
    this.send(owed.city, { type, toAgency: asked.fromAgency, inReplyTo: asked.letterNo, subject: asked.subject, body });
  }

  private processed(letter: LetterEnvelope): void {
    this.receipt(letter, 'processed');
  }

  private receipt(letter: LetterEnvelope, kind: 'processed' | 'refused', reason?: string): void {
    const at = new Date().toISOString();
    this.platform.acceptReceipt({ letterNo: letter.letterNo, fromAgency: letter.toAgency, kind, at, reason });
  }
}

/** Region, second and a random tail: no number is used twice, even when the sandbox has forgotten everything. */
function newNumber(city: string): string {
  const second = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '');
  return `${city}-${second}-${randomBytes(3).toString('hex')}`;
}
