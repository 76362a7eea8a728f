import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExchangeSignature } from '../exchange/exchange-signature';
import { Access } from '../platform/access/access.decorator';
import type { RawRequest } from '../platform/http/body';
import { parseInput } from '../platform/http/schema.pipe';
import { ListDesk, type Received } from './list-desk';
import { listNoParam, listSchema } from './list.schemas';

/** For departments that push lists of persons over the exchange platform: signed, without a session. */
@ApiTags('exchange')
@Controller('api/exchange/lists')
export class ListsController {
  constructor(
    private readonly signature: ExchangeSignature,
    private readonly desk: ListDesk,
  ) {}

  @Post()
  @HttpCode(202)
  @Access('exchange.receive')
  @ApiOperation({ summary: '收推送名单（免申即享）：存下即答 202，一行一件；同号同文重复无妨，同号异文 409' })
  async receive(@Req() request: RawRequest): Promise<Received> {
    const signedBy = this.signature.signerOf(request);
    return this.desk.receive(signedBy, parseInput(listSchema, request.body));
  }

  @Get(':listNo')
  @Access('exchange.receive')
  @ApiOperation({ summary: '名单各行的办理情况；签名按请求地址' })
  async answer(
    @Req() request: RawRequest,
    @Param('listNo', { schema: listNoParam }) listNo: string,
  ): ReturnType<ListDesk['answer']> {
    return this.desk.answer(this.signature.signerOf(request), listNo);
  }
}
