import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Deadline } from '@due-process/contracts';
import { deadlinePreviewSchema, deadlineSchema, type DeadlinePreview } from '@due-process/contracts/schemas';
import { Access } from '../platform/access/access.decorator';
import { DeadlineAnswers } from './deadline-answers';

@ApiTags('deadlines')
@Controller('api/deadlines')
export class DeadlinesController {
  constructor(private readonly answers: DeadlineAnswers) {}

  @Post('preview')
  @HttpCode(200)
  @Access('deadline.preview')
  @ApiOperation({ summary: '试算到期日，并逐日列出计算依据；不保存任何内容' })
  @ApiOkResponse({ standardSchema: deadlineSchema })
  preview(@Body({ schema: deadlinePreviewSchema }) question: DeadlinePreview): Promise<Deadline> {
    return this.answers.answer(question);
  }
}
