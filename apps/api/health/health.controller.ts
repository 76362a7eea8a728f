import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Access } from '../platform/access/access.decorator';
import { Health, type HealthReport } from './health';

@ApiTags('system')
@Controller('api/health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get()
  @Access('system.health')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '系统是否可用：数据库、流程引擎、办理进程' })
  async read(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    const report = await this.health.report();
    response.status(report.status === 'ok' ? 200 : 503);
    if (report.status !== 'ok') response.setHeader('Retry-After', '2');
    return report;
  }
}
