import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Absences } from './absences.service';
import { absenceSchema, type AbsenceInput } from './supervision.schemas';

@ApiTags('supervision')
@Controller('api/absences')
export class AbsencesController {
  constructor(private readonly absences: Absences) {}

  @Get()
  @Access('colleague.read')
  @ApiOperation({ summary: '本机构人员的请假与代理' })
  list(@CurrentActor() actor: Actor) {
    return this.absences.list(actor);
  }

  @Post()
  @HttpCode(200)
  @Access('absence.set')
  @ApiOperation({ summary: '登记请假起止与代理人；起始日为空即销假' })
  set(@CurrentActor() actor: Actor, @Body({ schema: absenceSchema }) input: AbsenceInput) {
    return this.absences.set(actor, input);
  }
}
