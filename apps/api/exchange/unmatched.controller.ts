import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { letterTitle } from '@due-process/domain';
import type { z } from 'zod';
import { CaseReader } from '../cases/case-reader';
import { placeName } from '../cases/places';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { LetterInbox, type InboxLetter } from './letter-inbox.store';
import { LetterMatching, unmatchedReasons } from './letter-matching';
import { assignSchema, dismissSchema, letterNoParam } from './letter.schemas';

interface Candidate {
  caseNo: string;
  itemCode: string;
  applicant: string;
}

const listLimit = 200;

/** 待匹配函件: letters without a case, for a person to work off. */
@ApiTags('exchange')
@Controller('api/exchange/unmatched')
export class UnmatchedController {
  constructor(
    private readonly inbox: LetterInbox,
    private readonly matching: LetterMatching,
    private readonly reader: CaseReader,
    private readonly database: Database,
  ) {}

  @Get()
  @Access('letter.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '待匹配函件，先到的在前' })
  async list(@CurrentActor() actor: Actor) {
    const letters = await this.inbox.list(actor.agency, listLimit);
    const candidates = await this.candidates(actor.agency, letters);
    return {
      letters: letters.map((letter) => ({ ...sheet(letter), candidates: candidates.get(letter.subject) ?? [] })),
    };
  }

  @Post(':letterNo/assign')
  @HttpCode(200)
  @Access('letter.match')
  @ApiOperation({ summary: '把函件交给一个办件' })
  async assign(
    @CurrentActor() actor: Actor,
    @Param('letterNo', { schema: letterNoParam }) letterNo: string,
    @Body({ schema: assignSchema }) { caseNo }: z.output<typeof assignSchema>,
  ): Promise<{ letterNo: string; caseNo: string }> {
    const letter = await this.one(actor, letterNo);
    const found = await this.reader.visible(caseNo, actor);
    if (found.ended) throw new Problem('CASE_CLOSED');
    if (found.state.applicant.subject !== letter.subject) {
      throw inputProblem([{ field: 'caseNo', code: 'NOT_VALID', message: '函件所指人员与该办件申请人不一致' }]);
    }
    if (!(await this.inbox.claim(letter.id, caseNo, actor.id))) throw new Problem('LETTER_UNKNOWN');
    await this.matching.deliver({ ...letter, caseNo, state: 'stored' });
    return { letterNo, caseNo };
  }

  @Post(':letterNo/dismiss')
  @HttpCode(200)
  @Access('letter.match')
  @ApiOperation({ summary: '不予采用，写明原因' })
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('letterNo', { schema: letterNoParam }) letterNo: string,
    @Body({ schema: dismissSchema }) { reason }: z.output<typeof dismissSchema>,
  ): Promise<{ letterNo: string }> {
    const letter = await this.one(actor, letterNo);
    await this.inbox.settle(letter.id, 'dismissed', { reason, by: actor.id });
    return { letterNo };
  }

  private async one(actor: Actor, letterNo: string): Promise<InboxLetter> {
    const letter = await this.inbox.one(actor.agency, letterNo);
    if (!letter) throw new Problem('LETTER_UNKNOWN');
    return letter;
  }

  private async candidates(agency: string, letters: InboxLetter[]): Promise<Map<string, Candidate[]>> {
    const rows = await this.database.query<Candidate & { subject: string }>(
      `select subject, case_no as "caseNo", item_code as "itemCode", applicant_masked as applicant from case_file
        where agency = $1 and open and subject = any($2) order by received_on desc`,
      [agency, letters.map((letter) => letter.subject)],
    );
    const bySubject = new Map<string, Candidate[]>();
    for (const { subject, ...one } of rows) bySubject.set(subject, [...(bySubject.get(subject) ?? []), one]);
    return bySubject;
  }
}

function sheet(letter: InboxLetter) {
  const { letterNo, type, fromAgency, inReplyTo, issuedOn, receivedOn, receivedAt, reason } = letter;
  const words = reason !== null && Object.hasOwn(unmatchedReasons, reason);
  return {
    letterNo,
    type,
    title: letterTitle(type),
    from: { id: fromAgency, name: placeName(fromAgency) ?? fromAgency },
    inReplyTo,
    issuedOn,
    receivedOn,
    receivedAt,
    reason,
    reasonWords: words ? unmatchedReasons[reason as keyof typeof unmatchedReasons] : reason,
  };
}
