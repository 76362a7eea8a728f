import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SessionBody } from '@due-process/contracts/schemas';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CatalogShelf } from '../items/catalog-shelf';
import { Access } from '../platform/access/access.decorator';
import { CONFIG, type Config } from '../platform/config/config';
import { Problem } from '../platform/errors/problem';
import { demoPeople } from '../seed/demo-people';
import { Entrance } from './entrance';

const demoSchema = z.strictObject({ username: z.string().min(1).max(64) });

/** The people of the demonstration, one click away. Nothing of it exists unless the process was started with DEMO=1. */
@ApiTags('session')
@Controller('api/session/demo')
export class DemoSessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly shelf: CatalogShelf,
    private readonly entrance: Entrance,
  ) {}

  @Get()
  @Access('session.open')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '演示账号；非演示系统为空' })
  list(): { accounts: { username: string; displayName: string; group: string }[] } {
    const groupOf = new Map(this.shelf.catalog.agencies.map(({ region, regionName }) => [region, regionName]));
    return {
      accounts: this.people().map(({ username, displayName, agency, organisation }) => ({
        username,
        displayName,
        group: groupOf.get(agency) ?? (organisation ? '申请单位和个人' : '其他'),
      })),
    };
  }

  @Post()
  @HttpCode(200)
  @Access('session.open')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '以演示账号登录，无须密码；仅演示系统' })
  open(
    @Body({ schema: demoSchema }) { username }: z.output<typeof demoSchema>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionBody> {
    if (!this.people().some((one) => one.username === username)) throw new Problem('NOT_FOUND');
    return this.entrance.admit(username, request, response);
  }

  private people() {
    return this.config.demo ? demoPeople(this.shelf.catalog) : [];
  }
}
