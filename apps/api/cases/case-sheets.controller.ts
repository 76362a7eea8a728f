import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, DocumentState, TimelineEntry } from '@due-process/contracts';
import { derivationSheet, type DerivationSheet } from '@due-process/domain';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Problem } from '../platform/errors/problem';
import { caseNoParam, revealSchema, type RevealBody } from './case.schemas';
import { CaseReader } from './case-reader';
import { Directory } from './directory';
import { refuseInternal } from './internal-papers';
import { PersonStore, type MaskedPerson } from './person.store';
import { Reveal, type Revealed } from './reveal';
import { Timeline } from './timeline';

interface DocumentSheet extends DocumentState {
  caseNo: string;
  itemName: string;
  agencyName: string;
  officeName: string;
  applicant?: MaskedPerson;
}

/** What hangs on a case: its timeline, the derivation of its dates, its documents, and the recorded look at personal values. */
@ApiTags('cases')
@Controller('api/cases/:caseNo')
export class CaseSheetsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly timeline: Timeline,
    private readonly directory: Directory,
    private readonly persons: PersonStore,
    private readonly reveals: Reveal,
  ) {}

  @Get('timeline')
  @Access('case.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '办件日志，最新的在最后' })
  async events(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
  ): Promise<{ caseNo: string; events: TimelineEntry[] }> {
    return { caseNo, events: await this.timeline.of(await this.reader.visible(caseNo, actor), actor) };
  }

  @Get('clocks/:clockId/derivation')
  @Access('case.read')
  @ApiOperation({ summary: '推导单：为什么是这一天，逐日列出计入或不计入的原因' })
  async derivation(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Param('clockId') clockId: string,
  ): Promise<DerivationSheet> {
    const { state } = await this.reader.visible(caseNo, actor);
    const clock = Object.hasOwn(state.clocks, clockId) ? state.clocks[clockId] : undefined;
    if (!clock) throw new Problem('NOT_FOUND');
    const closesAt = this.directory.closesAt(state.agency);
    return derivationSheet(state, clock, { now: new Date().toISOString(), ...(closesAt ? { closesAt } : {}) });
  }

  @Get('documents/:documentNo')
  @Access('case.read')
  @ApiOperation({ summary: '一份文书的内容' })
  async document(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Param('documentNo') documentNo: string,
  ): Promise<DocumentSheet> {
    const { state, personId } = await this.reader.visible(caseNo, actor);
    refuseInternal(state, documentNo, actor);
    const document = state.documents.find((one) => one.documentNo === documentNo);
    if (!document) throw new Problem('NOT_FOUND');
    const applicant = await this.persons.masked(personId);
    return {
      ...document,
      caseNo,
      itemName: state.rules.name,
      agencyName: this.directory.agencyName(state.agency),
      officeName: this.directory.unitName(state.agency, state.officeId),
      ...(applicant ? { applicant } : {}),
    };
  }

  @Post('reveal')
  @HttpCode(200)
  @Access('case.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '查看完整个人信息：须有权限和理由，并留痕' })
  async reveal(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Body({ schema: revealSchema }) { fields, reason }: RevealBody,
  ): Promise<{ values: Revealed }> {
    return { values: await this.reveals.values(await this.reader.visible(caseNo, actor), actor, fields, reason) };
  }
}
