import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { LadderPreviews } from './ladder-preview.service';
import { ladderPreviewSchema, type LadderPreview } from './ladders.schemas';

@ApiTags('supervision')
@Controller('api/ladders')
export class LaddersController {
  constructor(private readonly previews: LadderPreviews) {}

  @Post('preview')
  @HttpCode(200)
  @Access('ladder.preview')
  @ApiOperation({ summary: '催督办预演：一件无人办理的办件将发出的全部催办，现行阶梯和拟改阶梯并列；不保存任何内容' })
  preview(@CurrentActor() actor: Actor, @Body({ schema: ladderPreviewSchema }) asked: LadderPreview) {
    return this.previews.of(actor, asked);
  }
}
