import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { businessRoles, type Actor, type Role } from '@due-process/contracts';
import { z } from 'zod';
import { CatalogShelf } from '../items/catalog-shelf';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Database } from '../platform/database/database';

const colleaguesQuery = z.strictObject({
  unit: z.string().max(60).optional(),
  role: z.enum(businessRoles).optional(),
});

export interface ColleagueLine {
  id: string;
  displayName: string;
  roles: Role[];
  units: { id: string; name: string }[];
}

const select = `
  select id, display_name as "displayName", roles, units from account
   where agency = $1 and active and roles && $2 and ($3::text is null or $3 = any(units))
   order by display_name, id limit 500`;

/** Colleagues of the own agency who handle cases: to whom work may be handed over, or who may be asked to sign. */
@ApiTags('directory')
@Controller('api/colleagues')
export class ColleaguesController {
  constructor(
    private readonly database: Database,
    private readonly shelf: CatalogShelf,
  ) {}

  @Get()
  @Access('colleague.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '本机构经办人员，可按科室和岗位筛选' })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: colleaguesQuery }) { unit, role }: z.output<typeof colleaguesQuery>,
  ): Promise<{ colleagues: ColleagueLine[]; units: { id: string; name: string }[] }> {
    const rows = await this.database.query<Omit<ColleagueLine, 'units'> & { units: string[] }>(select, [
      actor.agency,
      role ? [role] : [...businessRoles],
      unit ?? null,
    ]);
    const units = this.shelf.catalog.units(actor.agency).map(({ id, name }) => ({ id, name }));
    const colleagues = rows.map((row) => ({ ...row, units: units.filter(({ id }) => row.units.includes(id)) }));
    return { colleagues, units };
  }
}
