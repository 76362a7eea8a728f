import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { isoDate } from '@due-process/contracts/schemas';
import { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Board } from './board.service';
import { Orders, type Order } from './orders.service';
import { Stuck } from './stuck.service';

const orderSchema = z.strictObject({
  caseNo: z.string().max(40),
  level: z.enum(['order', 'yellow', 'red']).default('order'),
  text: z
    .string()
    .trim()
    .min(1)
    .refine((words) => [...words].length <= 500, '最多 500 个字'),
  replyBy: isoDate,
});
const ordersQuery = z.strictObject({
  open: z.enum(['true', 'false']).default('true'),
  caseNo: z.string().max(40).optional(),
});
const orderNoParam = z.string().max(60);
const answerSchema = z.strictObject({
  reply: z
    .string()
    .trim()
    .min(2)
    .refine((words) => [...words].length <= 500, '最多 500 个字'),
});

@ApiTags('supervision')
@Controller('api/supervision')
export class SupervisionController {
  constructor(
    private readonly board: Board,
    private readonly stuck: Stuck,
    private readonly orders: Orders,
  ) {}

  @Get('board')
  @Access('supervision.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '督办总览：在办件按灯色、状态、科室、事项计数' })
  counts(@CurrentActor() actor: Actor) {
    return this.board.of(actor);
  }

  @Get('stuck')
  @Access('supervision.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '停滞件：每个在办件恰在一类' })
  classes(@CurrentActor() actor: Actor) {
    return this.stuck.of(actor);
  }

  @Get('orders')
  @Access('supervision.orders')
  @ApiOperation({ summary: '督办单；非督办岗位只见发给自己的' })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ordersQuery }) { open, caseNo }: z.output<typeof ordersQuery>,
  ): Promise<{ orders: Order[] }> {
    return { orders: await this.orders.list(actor, { open: open === 'true', caseNo }) };
  }

  @Post('orders')
  @Access('supervision.order')
  @ApiOperation({ summary: '发督办单' })
  issue(
    @CurrentActor() actor: Actor,
    @Body({ schema: orderSchema }) input: z.output<typeof orderSchema>,
  ): Promise<Order> {
    return this.orders.issue(actor, input);
  }

  @Post('orders/:orderNo/answer')
  @HttpCode(200)
  @Access('supervision.answer')
  @ApiOperation({ summary: '答复督办单' })
  answer(
    @CurrentActor() actor: Actor,
    @Param('orderNo', { schema: orderNoParam }) orderNo: string,
    @Body({ schema: answerSchema }) { reply }: z.output<typeof answerSchema>,
  ): Promise<Order> {
    return this.orders.answer(actor, orderNo, reply);
  }
}
