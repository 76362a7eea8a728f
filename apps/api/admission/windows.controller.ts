import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { windowIdParam, windowSchema, withdrawSchema, type WindowInput } from './window.schemas';
import { Windows, type OfferedKind, type WindowView } from './windows.service';
import type { AdmittedCase } from './windows.store';

@ApiTags('acceptance windows')
@Controller('api/acceptance-windows')
export class WindowsController {
  constructor(private readonly windows: Windows) {}

  @Get()
  @Access('window.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '本机构公布的缴费期、受理计划和批次，新的在前' })
  list(@CurrentActor() actor: Actor): Promise<{ windows: WindowView[]; offered: OfferedKind[] }> {
    return this.windows.list(actor);
  }

  @Post()
  @Access('window.publish')
  @ApiOperation({ summary: '公布一个缴费期、受理计划或批次' })
  publish(@CurrentActor() actor: Actor, @Body({ schema: windowSchema }) input: WindowInput): Promise<WindowView> {
    return this.windows.publish(actor, input);
  }

  @Get(':id')
  @Access('window.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '一个期间及按它收的办件' })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: windowIdParam }) id: string,
  ): Promise<WindowView & { cases: AdmittedCase[] }> {
    return this.windows.admitted(actor, id);
  }

  @Post(':id/advance')
  @HttpCode(202)
  @Access('window.publish')
  @ApiOperation({ summary: '批次：立即查看进度并告知各办件' })
  advance(@CurrentActor() actor: Actor, @Param('id', { schema: windowIdParam }) id: string): Promise<WindowView> {
    return this.windows.advance(actor, id);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Access('window.publish')
  @ApiOperation({ summary: '撤回：已收的办件不受影响，其后不再按它受理' })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: windowIdParam }) id: string,
    @Body({ schema: withdrawSchema }) { reason }: { reason: string },
  ): Promise<WindowView> {
    return this.windows.withdraw(actor, id, reason);
  }
}
