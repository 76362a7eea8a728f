import { Controller, Get, Header, HttpCode, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { platformAgency } from '@due-process/contracts';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { ExchangeSignature } from '../exchange/exchange-signature';
import { Access } from '../platform/access/access.decorator';
import { Problem } from '../platform/errors/problem';
import type { RawRequest } from '../platform/http/body';
import { parseInput } from '../platform/http/schema.pipe';
import { CardDataStore, type Transaction } from './card-data.store';
import { cardDataSchema, transactionQuery, type TransactionQuery } from './settlement.schemas';

const aMinute = { default: { limit: 30, ttl: 60_000 } };

/** 刷卡数据 of pharmacies: uploaded by the card network, asked for by the merchant (QD-10.2 四（一）、六（三）). */
@ApiTags('settlements')
@Controller()
export class CardDataController {
  constructor(
    private readonly signature: ExchangeSignature,
    private readonly cards: CardDataStore,
  ) {}

  @Post('api/exchange/card-transactions')
  @HttpCode(202)
  @Access('exchange.receive')
  @ApiOperation({ summary: '上传刷卡数据：同一流水号重复上传无妨' })
  async upload(@Req() request: RawRequest): Promise<{ received: number; repeated: number }> {
    const signedBy = this.signature.signerOf(request);
    const data = parseInput(cardDataSchema, request.body);
    if (signedBy !== platformAgency && signedBy !== data.agency) throw new Problem('LETTER_SIGNATURE_INVALID');
    const received = await this.cards.keep(data);
    return { received, repeated: data.transactions.length - received };
  }

  @Get('public/card-transactions')
  @Access('cardData.query')
  @UseGuards(ThrottlerGuard)
  @Throttle(aMinute)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '医疗机构对账：按商户号、商户名称、交易日期查询刷卡明细' })
  async query(
    @Query({ schema: transactionQuery }) query: TransactionQuery,
  ): Promise<TransactionQuery & { count: number; totalFen: number; transactions: Transaction[] }> {
    const transactions = await this.cards.of(query);
    const totalFen = transactions.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return { ...query, count: transactions.length, totalFen, transactions };
  }
}
