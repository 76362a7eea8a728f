import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import {
  calendarDetailSchema,
  calendarNoticeSchema,
  calendarPreviewSchema,
  calendarVersionParam,
  previewQuerySchema,
  type CalendarNoticeInput,
  type PreviewQuery,
} from '@due-process/contracts/schemas';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { detailOf, summaryOf, type CalendarDetail, type CalendarSummary } from './calendar-answers';
import { CalendarPreviews, type CalendarPreview } from './calendar-preview';
import { CalendarPublishing } from './calendar-publishing';
import { CalendarShelf } from './calendar-shelf';
import { CalendarVersions } from './calendar-versions.store';

@ApiTags('calendars')
@Controller('api/calendars')
export class CalendarsController {
  constructor(
    private readonly publishing: CalendarPublishing,
    private readonly previews: CalendarPreviews,
    private readonly versions: CalendarVersions,
    private readonly shelf: CalendarShelf,
  ) {}

  @Get()
  @Access('calendar.read')
  @ApiOperation({ summary: '日历各版本，新的在前' })
  async list(): Promise<{ calendars: CalendarSummary[] }> {
    const [rows, inForce] = await Promise.all([this.versions.all(), this.shelf.newestVersion()]);
    return { calendars: rows.map((row) => summaryOf(row, inForce)) };
  }

  @Post()
  @Access('calendar.draft')
  @ApiOperation({ summary: '按国务院放假通知起草新版本' })
  async draft(
    @Body({ schema: calendarNoticeSchema }) notice: CalendarNoticeInput,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarDetail> {
    return this.detail(await this.publishing.draft(notice, actor));
  }

  @Get(':version')
  @Access('calendar.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '一个版本；发布后含重算进度' })
  @ApiOkResponse({ standardSchema: calendarDetailSchema })
  read(@Param('version', { schema: calendarVersionParam }) version: string): Promise<CalendarDetail> {
    return this.detail(version);
  }

  @Get(':version/preview')
  @Access('calendar.preview')
  @ApiOperation({ summary: '发布后哪些办件的到期日会变' })
  @ApiOkResponse({ standardSchema: calendarPreviewSchema })
  preview(
    @Param('version', { schema: calendarVersionParam }) version: string,
    @Query({ schema: previewQuerySchema }) query: PreviewQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarPreview> {
    return this.previews.preview(version, query, actor);
  }

  @Post(':version/preview')
  @HttpCode(200)
  @Access('calendar.preview')
  @ApiOperation({ summary: '同 GET' })
  @ApiOkResponse({ standardSchema: calendarPreviewSchema })
  previewAgain(
    @Param('version', { schema: calendarVersionParam }) version: string,
    @Query({ schema: previewQuerySchema }) query: PreviewQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarPreview> {
    return this.previews.preview(version, query, actor);
  }

  @Post(':version/publish')
  @HttpCode(202)
  @Access('calendar.publish')
  @ApiOperation({ summary: '提交发布，待另一人确认' })
  async publish(
    @Param('version', { schema: calendarVersionParam }) version: string,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarDetail> {
    await this.publishing.propose(version, actor);
    return this.detail(version);
  }

  @Post(':version/confirm')
  @HttpCode(202)
  @Access('calendar.confirm')
  @ApiOperation({ summary: '由另一人确认：即刻生效，并开始重算在办件' })
  async confirm(
    @Param('version', { schema: calendarVersionParam }) version: string,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarDetail> {
    await this.publishing.confirm(version, actor);
    return this.detail(version);
  }

  private async detail(version: string): Promise<CalendarDetail> {
    const [row, redating, inForce] = await Promise.all([
      this.publishing.find(version),
      this.versions.redating(version),
      this.shelf.newestVersion(),
    ]);
    return detailOf(row, inForce, redating);
  }
}
