import type { LetterEnvelope, LetterReceipt } from '@due-process/contracts';
import { digestOf } from '../keys';
import { Problem } from '../http/problem';
import type { StoredLetter, World } from '../world/world';
import { isAgency, isPlayed } from './agencies';
import type { Courier } from './courier';
import type { Recipient } from './recipient';

/** Takes letters and receipts in, stores them first, and brings them to their recipient. */
export class ExchangePlatform {
  /** What a played city does with a letter that has reached it. */
  onPlayedDelivery: (letter: LetterEnvelope) => void = () => {};

  constructor(
    private readonly world: World,
    private readonly courier: Courier,
    private readonly recipient: Recipient,
  ) {}

  /** Resumes everything that was accepted and not yet brought to its recipient. */
  resume(): void {
    for (const letter of this.world.letters.values()) {
      if (!letter.outcome) this.forward(letter);
      for (const receipt of letter.receipts) if (!receipt.deliveredAt) this.forwardReceipt(letter, receipt);
    }
  }

  accept(raw: string, envelope: LetterEnvelope): { letterNo: string; acceptedAt: string; repeated: boolean } {
    if (!isAgency(envelope.toAgency)) throw new Problem('AGENCY_UNKNOWN');
    const known = this.world.letters.get(envelope.letterNo);
    if (known && known.digest !== digestOf(envelope)) throw new Problem('LETTER_BODY_CHANGED');
    if (known) return { letterNo: envelope.letterNo, acceptedAt: known.acceptedAt, repeated: true };
    const at = new Date().toISOString();
    this.world.record({ kind: 'letterAccepted', raw, at });
    this.forward(this.letter(envelope.letterNo));
    return { letterNo: envelope.letterNo, acceptedAt: at, repeated: false };
  }

  /** A receipt of the same kind for the same letter counts once. */
  acceptReceipt(receipt: LetterReceipt): void {
    const letter = this.letter(receipt.letterNo);
    if (letter.envelope.toAgency !== receipt.fromAgency) throw new Problem('LETTER_SENDER_MISMATCH');
    if (letter.receipts.some((earlier) => earlier.kind === receipt.kind)) return;
    this.world.record({ kind: 'receiptAccepted', receipt });
    this.forwardReceipt(letter, receipt);
  }

  letter(letterNo: string): StoredLetter {
    const letter = this.world.letters.get(letterNo);
    if (!letter) throw new Problem('LETTER_UNKNOWN');
    return letter;
  }

  /** Delivers once more what was delivered before; with `changed`, another text under the same number. */
  async replay(letterNo: string, changed: boolean): Promise<number> {
    const { envelope, raw } = this.letter(letterNo);
    const altered = { ...envelope, body: { ...envelope.body, remark: '内容已被改动' } };
    if (isPlayed(envelope.toAgency)) {
      this.accept(changed ? JSON.stringify(altered) : raw, changed ? altered : envelope);
      return 202;
    }
    return this.recipient.post('/api/exchange/letters', changed ? JSON.stringify(altered) : raw);
  }

  private forward(letter: StoredLetter): void {
    this.courier.send(`letter ${letter.envelope.letterNo}`, () => this.bring(letter));
  }

  private async bring(letter: StoredLetter): Promise<void> {
    const { letterNo, toAgency } = letter.envelope;
    await this.obstacles();
    if (!letter.hold && this.world.strikes('exchange', 'outOfOrder'))
      this.world.record({ kind: 'letterHeld', letterNo });
    if (letter.hold === 'held') throw new Error('held until the next letter is delivered');
    const outcome = isPlayed(toAgency) ? this.reachPlayed(toAgency) : await this.reachAgency(letter.raw);
    if (!this.world.letters.has(letterNo)) return;
    this.close(letter, outcome);
    if (!isPlayed(toAgency)) await this.bringCopies(letter);
    this.release((other) => other.envelope.toAgency === toAgency);
  }

  private async obstacles(): Promise<void> {
    const { slowMs, silent } = this.world.faults.exchange ?? {};
    if (slowMs) await new Promise((wake) => setTimeout(wake, slowMs));
    if (silent) throw new Error('the platform is switched to silence');
  }

  private reachPlayed(city: string): 'delivered' {
    if (this.world.city(city).mode === 'unreachable') throw new Error('the city cannot be reached');
    return 'delivered';
  }

  /** 2xx: stored there. 409: the agency holds another text under this number, and more tries would not change that. */
  private async reachAgency(raw: string): Promise<'delivered' | 'refused'> {
    const status = await this.recipient.post('/api/exchange/letters', raw);
    if (status >= 200 && status < 300) return 'delivered';
    if (status === 409) return 'refused';
    throw new Error(`the agency answered ${status}`);
  }

  /**
   * The recipient's 2xx says that it is stored there, so the platform gives the receipt of delivery on its behalf.
   * The closing line comes last: a crash before it brings the letter again, and everything above bears that.
   */
  private close(letter: StoredLetter, outcome: 'delivered' | 'refused'): void {
    const { letterNo, toAgency } = letter.envelope;
    const at = new Date().toISOString();
    const reason = outcome === 'refused' ? { reason: 'LETTER_BODY_CHANGED' } : {};
    this.acceptReceipt({ letterNo, fromAgency: toAgency, kind: outcome, at, ...reason });
    if (isPlayed(toAgency)) this.onPlayedDelivery(letter.envelope);
    this.world.record({ kind: 'letterClosed', letterNo, outcome, at });
  }

  /** Copies are a fault of the line: whatever the agency answers to them, the letter itself stays delivered. */
  private async bringCopies(letter: StoredLetter): Promise<void> {
    const copies = [
      this.world.strikes('exchange', 'duplicate') ? [false] : [],
      this.world.strikes('exchange', 'changedBody') ? [true] : [],
    ].flat();
    for (const changed of copies) await this.replay(letter.envelope.letterNo, changed).catch(() => undefined);
  }

  /** Lets held letters go; they are delivered at once. */
  release(which: (letter: StoredLetter) => boolean = () => true): void {
    const held = [...this.world.letters.values()].filter((letter) => letter.hold === 'held' && which(letter));
    for (const letter of held) this.world.record({ kind: 'letterReleased', letterNo: letter.envelope.letterNo });
    if (held.length > 0) this.courier.hurry();
  }

  private forwardReceipt(letter: StoredLetter, receipt: LetterReceipt): void {
    const { letterNo, fromAgency, kind, at, reason } = receipt;
    const delivered = () =>
      this.world.record({ kind: 'receiptDelivered', letterNo, receiptKind: kind, at: new Date().toISOString() });
    if (isPlayed(letter.envelope.fromAgency)) return delivered();
    const raw = JSON.stringify({ letterNo, fromAgency, kind, at, reason });
    this.courier.send(`receipt ${letterNo} ${kind}`, async () => {
      await this.obstacles();
      const status = await this.recipient.post('/api/exchange/receipts', raw);
      if (status !== 409 && (status < 200 || status >= 300)) throw new Error(`the agency answered ${status}`);
      delivered();
    });
  }
}
