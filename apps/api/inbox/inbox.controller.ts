import { Controller, Get, Header, HttpCode, Logger, Param, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { EMPTY, Observable, catchError, distinctUntilChanged, exhaustMap, map, merge, of, timer } from 'rxjs';
import { z } from 'zod';
import { CaseReader } from '../cases/case-reader';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { CaseWatch } from './case-watch';
import { Inbox } from './inbox.service';

const pageQuery = z.strictObject({
  unread: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

/** `watch`: the case that is open on the screen. */
const streamQuery = z.strictObject({ watch: z.string().max(40).optional() });

const lookEveryMs = 5000;
/** A line now and then, so that proxies do not close a quiet stream. */
const heartbeatMs = 25_000;

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  private readonly log = new Logger('Inbox');

  constructor(
    private readonly inbox: Inbox,
    private readonly cases: CaseWatch,
    private readonly reader: CaseReader,
  ) {}

  @Get()
  @Access('inbox.read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '消息，最新的在前' })
  page(
    @CurrentActor() actor: Actor,
    @Query({ schema: pageQuery }) { unread, after, limit }: z.output<typeof pageQuery>,
  ) {
    return this.inbox.page(actor, { limit, ...(unread ? { unread } : {}), ...(after ? { after } : {}) });
  }

  @Get('counts')
  @Access('inbox.read')
  @Header('Cache-Control', 'no-store')
  counts(@CurrentActor() actor: Actor) {
    return this.inbox.counts(actor);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Access('inbox.read')
  @ApiOperation({ summary: '标为已读' })
  read(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    return this.inbox.read(actor, id);
  }

  /** Server-sent events: `counts` whenever they change, and `case` whenever something happened in the watched case. A look that fails is left out; the next one tells. */
  @Sse('stream')
  @Access('inbox.read')
  @ApiOperation({ summary: '消息数和正在查看的办件有无变化的推送（SSE）' })
  async stream(
    @CurrentActor() actor: Actor,
    @Query({ schema: streamQuery }) { watch }: z.output<typeof streamQuery>,
  ): Promise<Observable<MessageEvent>> {
    if (watch) await this.reader.visible(watch, actor);
    const counts = timer(0, lookEveryMs).pipe(
      exhaustMap(() =>
        this.inbox.counts(actor).catch((error: unknown) => {
          this.log.warn({ err: error }, 'inbox counts were not read');
          return undefined;
        }),
      ),
      distinctUntilChanged((a, b) => b === undefined || JSON.stringify(a) === JSON.stringify(b)),
      map((data): MessageEvent => (data ? { type: 'counts', data } : { type: 'pause', data: '' })),
    );
    const beats = timer(heartbeatMs, heartbeatMs).pipe(map((): MessageEvent => ({ type: 'beat', data: '' })));
    const changes = watch ? this.cases.of(watch).pipe(map((data): MessageEvent => ({ type: 'case', data }))) : EMPTY;
    return merge(counts, beats, changes).pipe(catchError(() => of<MessageEvent>({ type: 'pause', data: '' })));
  }
}
