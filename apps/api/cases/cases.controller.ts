import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor, CaseView, OpenedCase } from '@due-process/contracts';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { LetterMatching } from '../exchange/letter-matching';
import { actSchema, actionParam, caseNoParam, openCaseSchema, type ActBody } from './case.schemas';
import { CaseActions } from './actions.service';
import { CaseReader } from './case-reader';
import { CaseViews } from './case-views';
import { IdempotencyKey } from './idempotency-key';
import { Openings } from './openings';

const keyHeader = {
  name: 'Idempotency-Key',
  required: true,
  description: '8 至 128 个可见 ASCII 字符；重发同一请求用同一值',
};

@ApiTags('cases')
@Controller('api/cases')
export class CasesController {
  constructor(
    private readonly openings: Openings,
    private readonly reader: CaseReader,
    private readonly views: CaseViews,
    private readonly actions: CaseActions,
    private readonly letters: LetterMatching,
  ) {}

  @Post()
  @Access('case.create')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '收件：登记一个办件' })
  @ApiHeader(keyHeader)
  @ApiCreatedResponse({ description: '办件全文，另有 queryCode' })
  async open(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Body({ schema: openCaseSchema }) body: unknown,
  ): Promise<OpenedCase> {
    const { answer, queryCode, first } = await this.openings.open(actor, key, body);
    const found = await this.reader.upTo(await this.reader.visible(answer.caseNo, actor), answer.seq);
    if (first) void this.letters.offerTo(found);
    return { ...(await this.views.of(found, actor)), queryCode };
  }

  @Get(':caseNo')
  @Access('case.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '办件全文：状态、时限、材料、函件、可办操作及不可办的原因' })
  async read(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
  ): Promise<CaseView> {
    return this.views.of(await this.reader.visible(caseNo, actor), actor);
  }

  @Post(':caseNo/actions/:action')
  @HttpCode(200)
  @Access('case.act')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '办理一个操作；答复为办理之后的办件全文' })
  @ApiHeader(keyHeader)
  async act(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
    @Param('caseNo', { schema: caseNoParam }) caseNo: string,
    @Param('action', { schema: actionParam }) action: string,
    @Body({ schema: actSchema }) body: ActBody,
  ): Promise<CaseView> {
    const { expectedVersion, input, occurredOn, taskKey } = body;
    const after = await this.actions.act(actor, {
      caseNo,
      action,
      key,
      expectedVersion,
      input,
      ...(occurredOn ? { occurredOn } : {}),
      ...(taskKey ? { taskKey } : {}),
      body,
    });
    return this.views.of(after, actor);
  }
}
