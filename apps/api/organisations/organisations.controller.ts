import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { outsideRoles } from '@due-process/contracts';
import { z } from 'zod';
import { Access } from '../platform/access/access.decorator';
import { Organisations } from './organisations';

const listQuery = z.strictObject({
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  kinds: z
    .string()
    .max(100)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(outsideRoles)))
    .optional(),
});

/** Whom a field of type `organisation` may name. */
@ApiTags('organisations')
@Controller('api/organisations')
export class OrganisationsController {
  constructor(private readonly organisations: Organisations) {}

  @Get()
  @Access('organisation.read')
  @ApiOperation({ summary: '单位名单：定点机构、用人单位、学校、村居、评估机构' })
  async list(@Query({ schema: listQuery }) { region, kinds }: z.output<typeof listQuery>) {
    await this.organisations.refresh();
    return {
      organisations: this.organisations.listed(region, kinds).map(({ id, name, kind }) => ({ id, name, kind })),
    };
  }
}
