import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { platformAgency } from '@due-process/contracts';
import { ExchangeSignature } from '../exchange/exchange-signature';
import { Access } from '../platform/access/access.decorator';
import { Problem } from '../platform/errors/problem';
import type { RawRequest } from '../platform/http/body';
import { parseInput } from '../platform/http/schema.pipe';
import { employerNoticeSchema } from './employer-notice.schema';
import { EmployerNotices, type TakenNotice } from './employer-notices';

/** For the market regulator's platform: signed like letters, without a session. */
@ApiTags('exchange')
@Controller('api/exchange/employer-notices')
export class EmployerNoticesController {
  constructor(
    private readonly signature: ExchangeSignature,
    private readonly notices: EmployerNotices,
  ) {}

  @Post()
  @HttpCode(202)
  @Access('exchange.receive')
  @ApiOperation({ summary: '接收企业设立、注销的推送信息，即为申请；同号同文重复无妨，同号异文 409' })
  async take(@Req() request: RawRequest): Promise<TakenNotice> {
    const signedBy = this.signature.signerOf(request);
    const notice = parseInput(employerNoticeSchema, request.body);
    if (signedBy !== platformAgency && signedBy !== notice.agency) throw new Problem('LETTER_SIGNATURE_INVALID');
    return this.notices.take(notice);
  }
}
