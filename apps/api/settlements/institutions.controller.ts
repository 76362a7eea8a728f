import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Audit } from '../platform/audit/audit';
import { Problem } from '../platform/errors/problem';
import { InstitutionsStore, type Institution } from './institutions.store';
import {
  creditCodeParam,
  endSchema,
  institutionSchema,
  monthQuery,
  type EndInput,
  type InstitutionInput,
} from './settlement.schemas';
import { Settlements } from './settlements.service';

/** 定点医药机构名单. An institution without a row is not settled by itself; its cases can still be registered. */
@ApiTags('settlements')
@Controller('api/institutions')
export class InstitutionsController {
  constructor(
    private readonly institutions: InstitutionsStore,
    private readonly settlements: Settlements,
    private readonly audit: Audit,
  ) {}

  @Get()
  @Access('institution.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '本机构的定点医药机构名单' })
  async list(@CurrentActor() actor: Actor) {
    return {
      institutions: await this.institutions.list(actor.agency),
      items: this.settlements.itemsOf(actor.agency),
    };
  }

  @Get('settlements')
  @Access('institution.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '一个月的费用结算：每家机构的结算办件和进度' })
  ofMonth(@CurrentActor() actor: Actor, @Query({ schema: monthQuery }) { period }: { period: string }) {
    return this.settlements.ofMonth(actor, period);
  }

  @Get(':creditCode/settlements')
  @Access('institution.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '一家机构的历次费用结算' })
  ofInstitution(@CurrentActor() actor: Actor, @Param('creditCode', { schema: creditCodeParam }) creditCode: string) {
    return this.settlements.ofInstitution(actor, creditCode);
  }

  @Post()
  @Access('institution.keep')
  @ApiOperation({ summary: '登记或更新一家定点医药机构' })
  async keep(
    @CurrentActor() actor: Actor,
    @Body({ schema: institutionSchema }) input: InstitutionInput,
  ): Promise<Institution> {
    const kept = await this.institutions.keep(actor.agency, input);
    await this.audit.write({ actor, action: 'institution.keep', target: kept.creditCode, outcome: 'done' });
    return kept;
  }

  @Post(':creditCode/end')
  @HttpCode(200)
  @Access('institution.keep')
  @ApiOperation({ summary: '协议终止：终止当月仍结算，其后不再自动建立结算办件' })
  async end(
    @CurrentActor() actor: Actor,
    @Param('creditCode', { schema: creditCodeParam }) creditCode: string,
    @Body({ schema: endSchema }) ending: EndInput,
  ): Promise<Institution> {
    const { endedOn } = ending;
    const known = await this.institutions.find(actor.agency, creditCode);
    if (known && endedOn < known.designatedOn) {
      const message = `不能早于协议开始日期 ${known.designatedOn}`;
      throw new Problem('INPUT_INVALID', { errors: [{ field: 'endedOn', code: 'NOT_VALID', message }] });
    }
    const ended = await this.institutions.end(actor.agency, creditCode, ending);
    if (!ended) throw new Problem('NOT_FOUND');
    await this.audit.write({
      actor,
      action: 'institution.end',
      target: creditCode,
      outcome: 'done',
      detail: { ...ending },
    });
    return ended;
  }
}
