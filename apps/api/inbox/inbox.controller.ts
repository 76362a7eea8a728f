import { Controller, Get, Header, HttpCode, Logger, Param, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { Observable, catchError, distinctUntilChanged, exhaustMap, map, merge, of, timer } from 'rxjs';
import { z } from 'zod';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Inbox } from './inbox.service';

const pageQuery = z.strictObject({
  unread: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

const lookEveryMs = 5000;
/** A line now and then, so that proxies do not close a quiet stream. */
const heartbeatMs = 25_000;

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  private readonly log = new Logger('Inbox');

  constructor(private readonly inbox: Inbox) {}

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

  /** Server-sent events: `counts` whenever they change. A look that fails is left out; the next one tells. */
  @Sse('stream')
  @Access('inbox.read')
  @ApiOperation({ summary: '消息数的推送（SSE）' })
  stream(@CurrentActor() actor: Actor): Observable<MessageEvent> {
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
    return merge(counts, beats).pipe(catchError(() => of<MessageEvent>({ type: 'pause', data: '' })));
  }
}
