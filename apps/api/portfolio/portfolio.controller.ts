import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Portfolio } from './portfolio.service';

const pageQuery = z.strictObject({
  open: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  after: z
    .string()
    .regex(/^\d{23}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

@ApiTags('portfolio')
@Controller('api/portfolio')
export class PortfolioController {
  constructor(private readonly portfolio: Portfolio) {}

  @Get()
  @Access('portfolio.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '我的办件：本单位或本人申请的、与之有关的，最新的在前' })
  page(@CurrentActor() actor: Actor, @Query({ schema: pageQuery }) query: z.output<typeof pageQuery>) {
    const { open, after, limit } = query;
    return this.portfolio.page(actor, {
      limit,
      ...(open === undefined ? {} : { open }),
      ...(after ? { after } : {}),
    });
  }
}
