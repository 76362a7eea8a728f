import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/access/access.decorator';
import type { RawRequest } from '../platform/http/body';
import { parseInput } from '../platform/http/schema.pipe';
import { ExchangeSignature } from './exchange-signature';
import { LetterDesk, type Stored } from './letter-desk';
import { letterSchema, receiptSchema } from './letter.schemas';

/** For other agencies, over the exchange platform: signed, without a session. The signature is checked before anything is read. */
@ApiTags('exchange')
@Controller('api/exchange')
export class ExchangeController {
  constructor(
    private readonly signature: ExchangeSignature,
    private readonly desk: LetterDesk,
  ) {}

  @Post('letters')
  @HttpCode(202)
  @Access('exchange.receive')
  @ApiOperation({ summary: '收函：存下即答 202；同号同文重复无妨，同号异文 409' })
  async letter(@Req() request: RawRequest): Promise<Stored> {
    const signedBy = this.signature.signerOf(request);
    return this.desk.receive(signedBy, parseInput(letterSchema, request.body));
  }

  @Post('receipts')
  @HttpCode(202)
  @Access('exchange.receive')
  @ApiOperation({ summary: '收回执' })
  async receipt(@Req() request: RawRequest): Promise<{ letterNo: string; kind: string }> {
    const signedBy = this.signature.signerOf(request);
    const receipt = parseInput(receiptSchema, request.body);
    await this.desk.receipt(signedBy, receipt);
    return { letterNo: receipt.letterNo, kind: receipt.kind };
  }
}
