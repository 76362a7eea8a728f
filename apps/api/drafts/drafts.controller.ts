import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@due-process/contracts';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CatalogShelf } from '../items/catalog-shelf';
import { Access, CurrentActor } from '../platform/access/access.decorator';
import { Problem } from '../platform/errors/problem';
import { DraftStore, type DraftLine } from './draft.store';

const draftId = z.uuid();
const draftSchema = z.strictObject({
  itemCode: z.string().min(1).max(20),
  content: z
    .record(z.string(), z.unknown())
    .refine((content) => JSON.stringify(content).length <= 200_000, '草稿内容过长'),
});
type DraftBody = z.output<typeof draftSchema>;

/** 草稿: begun at one desk, resumed at another; only by the one who began it. */
@ApiTags('drafts')
@Controller('api/drafts')
export class DraftsController {
  constructor(
    private readonly store: DraftStore,
    private readonly shelf: CatalogShelf,
  ) {}

  @Get()
  @Access('draft.keep')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '本人的草稿，最新的在前' })
  async list(@CurrentActor() actor: Actor): Promise<{ drafts: (DraftLine & { itemName: string })[] }> {
    const drafts = await this.store.list(actor.id);
    const nameOf = (code: string) => this.shelf.catalog.published(code)?.name ?? code;
    return { drafts: drafts.map((draft) => ({ ...draft, itemName: nameOf(draft.itemCode) })) };
  }

  @Get(':id')
  @Access('draft.keep')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '草稿内容' })
  async read(@CurrentActor() actor: Actor, @Param('id', { schema: draftId }) id: string) {
    const draft = await this.store.read(actor.id, id);
    if (!draft) throw new Problem('NOT_FOUND');
    return draft;
  }

  @Post()
  @Access('draft.keep')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '存草稿' })
  create(@CurrentActor() actor: Actor, @Body({ schema: draftSchema }) body: DraftBody): Promise<DraftLine> {
    return this.keep(actor, randomUUID(), body);
  }

  @Put(':id')
  @Access('draft.keep')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: '存草稿；编号由客户端取，重发不会多出一份' })
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: draftId }) id: string,
    @Body({ schema: draftSchema }) body: DraftBody,
  ): Promise<DraftLine> {
    return this.keep(actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('draft.keep')
  @ApiOperation({ summary: '删草稿' })
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: draftId }) id: string): Promise<void> {
    await this.store.remove(actor.id, id);
  }

  private async keep(actor: Actor, id: string, { itemCode, content }: DraftBody): Promise<DraftLine> {
    if (!this.shelf.catalog.published(itemCode)) throw new Problem('ITEM_UNKNOWN');
    const kept = await this.store.keep({ account: actor.id, agency: actor.agency }, { id, itemCode, content });
    if (!kept) throw new Problem('NOT_FOUND');
    return kept;
  }
}
