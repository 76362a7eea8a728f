import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { platformAgency, type LetterEnvelope, type LetterReceipt } from '@due-process/contracts';
import { canonicalLetter, shanghaiDate } from '@due-process/domain';
import { commandMac, createColumnCipher, createSubject, type Keys } from '@due-process/secrets';
import { CaseEngine, CaseRunGone } from '../cases/case-engine';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { KEYS } from '../platform/keys/keys.module';
import { LetterInbox } from './letter-inbox.store';
import { LetterMatching } from './letter-matching';

export interface Stored {
  letterNo: string;
  receivedAt: string;
  repeated: boolean;
}

/** The sender waits this long for the case as well; the letter is stored by then, and the answer is the same. */
const patienceMs = 4000;
const sweepEveryMs = 10_000;
const sweepSize = 50;

interface WaitingReceipt extends LetterReceipt {
  case_no: string;
}

/**
 * Takes letters and receipts in: signature, storing, and the first try to deliver. What could not be delivered is tried again every ten seconds
 * from the table, by whichever process looks first; the Update's id is the letter's number, so trying twice is harmless.
 */
@Injectable()
export class LetterDesk implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('LetterDesk');
  private readonly cipher;
  private readonly subject;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(KEYS) private readonly keys: Keys,
    private readonly database: Database,
    private readonly shelf: CatalogShelf,
    private readonly inbox: LetterInbox,
    private readonly matching: LetterMatching,
    private readonly engine: CaseEngine,
  ) {
    this.cipher = createColumnCipher(keys);
    this.subject = createSubject(keys);
  }

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.sweeping = this.sweep().catch((error: unknown) => {
        this.log.warn({ err: error }, 'stored letters were not looked through');
      });
    }, sweepEveryMs);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  async receive(signedBy: string, letter: LetterEnvelope): Promise<Stored> {
    if (signedBy !== platformAgency && signedBy !== letter.fromAgency) throw new Problem('LETTER_SIGNATURE_INVALID');
    if (!this.shelf.knowsRegion(letter.toAgency)) throw new Problem('LETTER_WRONG_AGENCY');
    this.checkSubject(letter);
    const text = canonicalLetter(letter);
    const bodyHash = commandMac(this.keys.command, 'letter', text);
    const bodySealed = this.cipher.seal(text);
    const receivedOn = shanghaiDate(new Date().toISOString());
    const { kept, repeated } = await this.inbox.keep(letter, { receivedOn, bodyHash, bodySealed });
    if (kept.bodyHash !== bodyHash) {
      await this.inbox.keepConflict(kept, { hash: bodyHash, sealed: bodySealed });
      throw new Problem('LETTER_BODY_CHANGED');
    }
    if (kept.state === 'stored') await within(patienceMs, this.matching.deliver(kept));
    return { letterNo: kept.letterNo, receivedAt: kept.receivedAt, repeated };
  }

  async receipt(signedBy: string, receipt: LetterReceipt): Promise<void> {
    if (signedBy !== platformAgency && signedBy !== receipt.fromAgency) throw new Problem('LETTER_SIGNATURE_INVALID');
    const { letterNo, fromAgency, kind, at, reason } = receipt;
    const [letter] = await this.database.query<{ case_no: string }>(
      `select case_no from letter where letter_no = $1 and direction = 'out' and other = $2`,
      [letterNo, fromAgency],
    );
    if (!letter) throw new Problem('LETTER_UNKNOWN');
    await this.database.query(
      `insert into letter_receipt (letter_no, from_agency, kind, at, reason, case_no) values ($1, $2, $3, $4, $5, $6)
       on conflict (letter_no, from_agency, kind) do nothing`,
      [letterNo, fromAgency, kind, at, reason ?? null, letter.case_no],
    );
    await within(patienceMs, this.applyReceipt({ ...receipt, case_no: letter.case_no }));
  }

  /** One look through what was stored and not yet delivered. */
  async sweep(): Promise<void> {
    for (const letter of await this.inbox.takeWaiting(sweepSize)) await this.matching.deliver(letter);
    const receipts = await this.database.query<WaitingReceipt & { signed_at: Date }>(
      `select letter_no as "letterNo", from_agency as "fromAgency", kind, at as signed_at, reason, case_no from letter_receipt
        where applied_at is null and received_at < now() - interval '10 seconds' order by received_at limit $1`,
      [sweepSize],
    );
    for (const { signed_at, ...receipt } of receipts)
      await this.applyReceipt({ ...receipt, at: new Date(signed_at).toISOString() });
  }

  private checkSubject({ subject, body }: LetterEnvelope): void {
    const person = body.person;
    if (typeof person !== 'object' || person === null || !('idNumber' in person)) return;
    if (this.subject(String(person.idNumber)) === subject) return;
    throw inputProblem([{ field: 'subject', code: 'NOT_VALID', message: '人员索引与证件号码不符' }]);
  }

  private async applyReceipt({ case_no: caseNo, ...given }: WaitingReceipt): Promise<void> {
    const { letterNo, fromAgency, kind, at, reason } = given;
    const receipt: LetterReceipt = { letterNo, fromAgency, kind, at, ...(reason ? { reason } : {}) };
    try {
      await this.engine.tell(caseNo, `receipt.${letterNo}.${kind}`, { type: 'letterReceipted', receipt });
    } catch (error) {
      // A receipt that comes after the end of the run changes nothing any more; it stays in the table.
      if (!(error instanceof CaseRunGone)) {
        this.log.warn({ kind }, 'a receipt was not delivered yet');
        return;
      }
    }
    await this.database
      .query(
        `update letter_receipt set applied_at = now() where letter_no = $1 and from_agency = $2 and kind = $3 and applied_at is null`,
        [letterNo, fromAgency, kind],
      )
      .catch((error: unknown) => this.log.warn({ err: error }, 'a receipt was applied and not marked'));
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
