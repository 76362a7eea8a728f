import { Inject, Injectable, Logger } from '@nestjs/common';
import type { LetterEnvelope } from '@due-process/contracts';
import { createColumnCipher, type Keys } from '@due-process/secrets';
import { CaseEngine, CaseRunGone } from '../cases/case-engine';
import { CaseReader, type ReadCase } from '../cases/case-reader';
import { Database } from '../platform/database/database';
import { KEYS } from '../platform/keys/keys.module';
import { LetterInbox, type InboxLetter } from './letter-inbox.store';
import { howWellItFits } from './letter-fit';

/** Why a letter is on the list that a person works off. */
export const unmatchedReasons = {
  noCase: '没有对应的在办办件',
  caseEnded: '对应的办件已办结',
  subjectDiffers: '函件所指人员与原办件申请人不一致',
} as const;
export type UnmatchedReason = keyof typeof unmatchedReasons;

type Match = { caseNo: string } | { reason: UnmatchedReason };

/**
 * Brings a stored letter to the case that it is for: by the letter it answers, else by type, agency and subject among the open cases, else onto
 * the list, which a newly registered case searches (design §4, letters). The case gets the letter without its person.
 */
@Injectable()
export class LetterMatching {
  private readonly log = new Logger('LetterMatching');
  private readonly cipher;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
    private readonly inbox: LetterInbox,
    private readonly reader: CaseReader,
    private readonly engine: CaseEngine,
  ) {
    this.cipher = createColumnCipher(keys);
  }

  /** Never throws: what cannot be delivered now stays stored and is tried again. */
  async deliver(letter: InboxLetter): Promise<void> {
    let caseNo = letter.caseNo ?? undefined;
    try {
      const match = caseNo ? { caseNo } : await this.match(letter);
      if ('reason' in match) return await this.inbox.settle(letter.id, 'unmatched', match);
      ({ caseNo } = match);
      await this.engine.tell(caseNo, letter.letterNo, {
        type: 'letterArrived',
        letter: withoutPerson(JSON.parse(this.cipher.open(letter.bodySealed)) as LetterEnvelope),
        receivedOn: letter.receivedOn,
      });
      await this.inbox.settle(letter.id, 'applied', { caseNo });
    } catch (error) {
      await this.notDelivered(letter, caseNo, error).catch((second: unknown) => {
        this.log.error({ err: second }, 'a letter could not be marked; it stays stored');
      });
    }
  }

  /** A newly registered case takes what came for it before it existed. */
  async offerTo({ caseNo, state }: ReadCase): Promise<void> {
    try {
      const waiting = await this.inbox.unmatchedOf(state.agency, state.applicant.subject);
      for (const letter of waiting) {
        if (howWellItFits(state, letter) === 0 || !(await this.inbox.claim(letter.id, caseNo))) continue;
        await this.deliver({ ...letter, state: 'stored', caseNo });
      }
    } catch (error) {
      this.log.error({ err: error }, 'waiting letters were not searched; they stay on the list');
    }
  }

  private async notDelivered(letter: InboxLetter, caseNo: string | undefined, error: unknown): Promise<void> {
    if (error instanceof CaseRunGone) {
      const found = caseNo ? await this.reader.find(caseNo) : undefined;
      if (!found || found.ended)
        return this.inbox.settle(letter.id, 'unmatched', { reason: found ? 'caseEnded' : 'noCase' });
    }
    this.log.warn({ letter: letter.type, attempt: letter.attempts + 1 }, 'a stored letter was not delivered yet');
    await this.inbox.failed(letter.id, caseNo, error instanceof Error ? error.name : 'unknown');
  }

  private async match(letter: InboxLetter): Promise<Match> {
    if (letter.inReplyTo) {
      const [about] = await this.database.query<{ case_no: string; subject: string; ended: boolean }>(
        `select letter.case_no, case_file.subject, case_file.ended from letter join case_file using (case_no)
          where letter.letter_no = $1 and case_file.agency = $2 and letter.other = $3
          order by case_file.ended limit 1`,
        [letter.inReplyTo, letter.toAgency, letter.fromAgency],
      );
      if (about?.subject === letter.subject) return about.ended ? { reason: 'caseEnded' } : { caseNo: about.case_no };
      if (about) return { reason: 'subjectDiffers' };
    }
    return this.bySubject(letter);
  }

  private async bySubject(letter: InboxLetter): Promise<Match> {
    const rows = await this.database.query<{ case_no: string }>(
      `select case_no from case_file where subject = $1 and agency = $2 and open order by received_on desc limit 20`,
      [letter.subject, letter.toAgency],
    );
    const cases = await Promise.all(rows.map((row) => this.reader.find(row.case_no)));
    const ranked = cases
      .flatMap((found): { caseNo: string; fit: number }[] =>
        found ? [{ caseNo: found.caseNo, fit: howWellItFits(found.state, letter) }] : [],
      )
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit);
    return ranked[0] ? { caseNo: ranked[0].caseNo } : { reason: 'noCase' };
  }
}

/** Name and number of the person stay sealed in the inbox; no other part names them. */
export function withoutPerson(letter: LetterEnvelope): LetterEnvelope {
  const { person: _person, ...body } = letter.body;
  return { ...letter, body };
}
