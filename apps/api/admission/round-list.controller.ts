import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { renderSheet, roundList } from '@due-process/documents';
import { shanghaiDate } from '@due-process/domain';
import type { Response } from 'express';
import { Directory } from '../cases/directory';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Problem } from '../platform/errors/problem';
import { windowIdParam } from './window.schemas';
import { WindowsStore } from './windows.store';

const kindWords: Readonly<Record<string, string>> = { hospital: '医疗机构', pharmacy: '零售药店' };

/** The list of a round in one paper: each case has its own line of it on its own page. */
@ApiTags('acceptance windows')
@Controller('api/acceptance-windows')
export class RoundListController {
  constructor(
    private readonly store: WindowsStore,
    private readonly directory: Directory,
  ) {}

  @Get(':id/list.pdf')
  @Access('window.read')
  @ApiOperation({ summary: '集中办理批次的定点医药机构名单（PDF）' })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: windowIdParam }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const window = await this.store.find(id, actor.agency);
    if (!window) throw new Problem('WINDOW_UNKNOWN');
    if (window.kind !== 'designationRound') throw new Problem('WINDOW_STATE', { detail: '只有集中办理批次有名单' });
    const institutions = await this.store.designated(id);
    const pdf = await renderSheet(
      roundList({
        agency: this.directory.agencyName(actor.agency),
        round: window.name,
        from: window.from,
        to: window.to,
        listedOn: window.data.listOn ?? shanghaiDate(new Date().toISOString()),
        institutions: institutions.map((one) => ({ ...one, kind: kindWords[one.kind] ?? one.kind })),
      }),
    );
    const name = encodeURIComponent(`${window.name}名单.pdf`);
    response.set({
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename*=UTF-8''${name}`,
      'Cache-Control': 'private, no-store',
    });
    response.end(pdf);
  }
}
