import { Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { CaseReader } from '../cases/case-reader';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Problem } from '../platform/errors/problem';
import { csvLine } from './csv-line';
import { RosterLines, type LineState, type ShownLine } from './roster-lines.store';
import { RosterReceiver } from './roster-receiver';
import { RosterStore, type Roster } from './roster.store';

const rosterId = z.uuid();
const linesQuery = z.strictObject({
  state: z.enum(['staged', 'accepted', 'rejected']).optional(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const stateWords: Record<Roster['state'], string> = {
  reading: '读取中',
  staged: '待处理',
  processing: '处理中',
  settled: '处理完毕',
};
const lineWords: Record<LineState, string> = { staged: '待处理', accepted: '已登记', rejected: '已退回' };

function shown({ accountId: _account, ...roster }: Roster) {
  const done = roster.accepted + roster.rejected;
  const progress = { done, remaining: roster.lines - done };
  return { ...roster, ...progress, stateWords: stateWords[roster.state] };
}
export type ShownRoster = ReturnType<typeof shown>;

/** 花名册: handed in before the case that registers it. Whoever handed it in sees it; once it belongs to a case, whoever sees the case does. */
@ApiTags('rosters')
@Controller('api')
export class RostersController {
  constructor(
    private readonly receiver: RosterReceiver,
    private readonly store: RosterStore,
    private readonly lines: RosterLines,
    private readonly reader: CaseReader,
  ) {}

  @Post('rosters')
  @Access('roster.add')
  @Header('Cache-Control', 'no-store')
  @ApiConsumes('multipart/form-data')
  @ApiOperation({
    summary: '上传花名册（file；.xlsx、.csv、NDJSON，首行为标题，须有“姓名”“身份证号”两列，最多 50000 行、20 MB）',
  })
  async add(
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ShownRoster & { repeated: boolean }> {
    const { roster, repeated } = await this.receiver.receive(request, response, {
      account: actor.id,
      agency: actor.agency,
    });
    if (repeated) response.status(200);
    return { ...shown(roster), repeated };
  }

  @Get('rosters/:id')
  @Access('roster.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '花名册及处理进度' })
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: rosterId }) id: string): Promise<ShownRoster> {
    return shown(await this.visible(actor, id));
  }

  @Get('rosters/:id/lines')
  @Access('roster.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '花名册的行，按行号分页；state 只看某一种' })
  async page(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: rosterId }) id: string,
    @Query({ schema: linesQuery }) { state, after, limit }: z.output<typeof linesQuery>,
  ): Promise<{ lines: (ShownLine & { stateWords: string })[]; next: string | null }> {
    await this.visible(actor, id);
    const rows = await this.lines.page(id, state, after, limit);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      lines: rows.map((line) => ({ ...line, stateWords: lineWords[line.state] })),
      next: last ? String(last.lineNo) : null,
    };
  }

  @Get('rosters/:id/rejected.csv')
  @Access('roster.read')
  @ApiOperation({ summary: '退回的行和原因（CSV）；报送人得原文，其他人得脱敏文' })
  async rejected(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: rosterId }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const roster = await this.visible(actor, id);
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${roster.fileName}-退回.csv`)}`,
      'Cache-Control': 'private, no-store',
    });
    const lines = this.lines.rejected(id, roster.accountId === actor.id);
    await pipeline(Readable.from(sheetOf(lines)), response);
  }

  @Get('cases/:caseNo/rosters')
  @Access('roster.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '办件的花名册及处理进度' })
  async ofCase(
    @CurrentActor() actor: Actor,
    @Param('caseNo', { schema: z.string().max(40) }) caseNo: string,
  ): Promise<{ rosters: ShownRoster[] }> {
    await this.reader.visible(caseNo, actor);
    return { rosters: (await this.store.ofCase(caseNo)).map(shown) };
  }

  private async visible(actor: Actor, id: string): Promise<Roster> {
    const roster = await this.store.find(id);
    if (!roster) throw new Problem('NOT_FOUND');
    if (roster.accountId === actor.id) return roster;
    if (roster.caseNo === null) throw new Problem('NOT_FOUND');
    await this.reader.visible(roster.caseNo, actor);
    return roster;
  }
}

/** With the mark by which spreadsheets know UTF-8, and the columns that a new list needs. */
async function* sheetOf(
  lines: AsyncIterable<{ lineNo: number; name: string; idNumber: string; reason: string | null }>,
) {
  yield `\uFEFF${csvLine(['原行号', '姓名', '身份证号', '退回原因'])}`;
  for await (const { lineNo, name, idNumber, reason } of lines)
    yield csvLine([String(lineNo), name, idNumber, reason ?? '']);
}
