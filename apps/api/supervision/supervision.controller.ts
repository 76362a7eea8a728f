import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import type { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Board } from './board.service';
import { Orders, type Order } from './orders.service';
import { Stuck } from './stuck.service';
import { SupervisedCases } from './supervised-cases.service';
import {
  answerSchema,
  objectionAnswerSchema,
  objectionSchema,
  orderNoParam,
  orderSchema,
  ordersQuery,
  supervisedQuery,
  type SupervisedQuery,
} from './supervision.schemas';

@ApiTags('supervision')
@Controller('api/supervision')
export class SupervisionController {
  constructor(
    private readonly board: Board,
    private readonly stuck: Stuck,
    private readonly orders: Orders,
    private readonly supervised: SupervisedCases,
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

  @Get('cases')
  @Access('supervision.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '按类别、科室、人员、事项、环节列出在办件，按剩余时间排序' })
  cases(@CurrentActor() actor: Actor, @Query({ schema: supervisedQuery }) query: SupervisedQuery) {
    return this.supervised.page(actor, query);
  }

  @Get('paused')
  @Access('supervision.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '暂停件：事由、已暂停天数、暂停期限' })
  paused(@CurrentActor() actor: Actor) {
    return this.supervised.paused(actor);
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

  @Post('orders/:orderNo/objection')
  @HttpCode(200)
  @Access('supervision.object')
  @ApiOperation({ summary: '对督办单、黄牌、红牌提出申辩，一次' })
  object(
    @CurrentActor() actor: Actor,
    @Param('orderNo', { schema: orderNoParam }) orderNo: string,
    @Body({ schema: objectionSchema }) { objection }: z.output<typeof objectionSchema>,
  ): Promise<Order> {
    return this.orders.object(actor, orderNo, objection);
  }

  @Post('orders/:orderNo/objection/answer')
  @HttpCode(200)
  @Access('supervision.withdraw')
  @ApiOperation({ summary: '分管领导对申辩作出决定：撤销或维持' })
  decide(
    @CurrentActor() actor: Actor,
    @Param('orderNo', { schema: orderNoParam }) orderNo: string,
    @Body({ schema: objectionAnswerSchema }) { withdraw, answer }: z.output<typeof objectionAnswerSchema>,
  ): Promise<Order> {
    return this.orders.decide(actor, orderNo, withdraw, answer);
  }
}
