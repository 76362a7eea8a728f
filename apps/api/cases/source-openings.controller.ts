import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { platformAgency, type SourceOpened } from '@due-process/contracts';
import { ExchangeSignature } from '../exchange/exchange-signature';
import { CatalogShelf } from '../items/catalog-shelf';
import { Access } from '../platform/access/access.decorator';
import { Problem } from '../platform/errors/problem';
import type { RawRequest } from '../platform/http/body';
import { parseInput } from '../platform/http/schema.pipe';
import { SourceOpenings } from './source-openings';
import { sourceOpeningSchema } from './source-openings.schema';

/** For schedules of our own and for what the exchange platform forwards: signed, without a session. */
@ApiTags('exchange')
@Controller('api/exchange')
export class SourceOpeningsController {
  constructor(
    private readonly signature: ExchangeSignature,
    private readonly shelf: CatalogShelf,
    private readonly openings: SourceOpenings,
  ) {}

  @Post('openings')
  @HttpCode(200)
  @Access('exchange.receive')
  @ApiOperation({ summary: '按来源登记办件：同一来源重复发送，答复同一办件' })
  async open(@Req() request: RawRequest): Promise<SourceOpened> {
    const signedBy = this.signature.signerOf(request);
    const opening = parseInput(sourceOpeningSchema, request.body);
    const item = this.shelf.catalog.published(opening.itemCode);
    if (item && signedBy !== item.agency && signedBy !== platformAgency) throw new Problem('LETTER_SIGNATURE_INVALID');
    return this.openings.open(opening);
  }
}
