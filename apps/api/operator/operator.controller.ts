import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/access/access.decorator';
import { Operator } from './operator.service';

@ApiTags('system')
@Controller('api/system')
export class OperatorController {
  constructor(private readonly operator: Operator) {}

  @Get('state')
  @Access('system.state')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '运行状态：办理进程、任务积压、记录滞后、对账差异、外部系统，每项告警附处置手册' })
  state() {
    return this.operator.state();
  }
}
