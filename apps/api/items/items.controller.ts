import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ItemPublished, ItemSummary } from '@due-process/contracts';
import { itemCodeParam, itemQuerySchema, type ItemQuery } from '@due-process/contracts/schemas';
import { Access } from '../platform/access/access.decorator';
import { Problem } from '../platform/errors/problem';
import { CatalogShelf } from './catalog-shelf';

/** Guides are public: no sign-on. */
@ApiTags('items')
@Controller('api/items')
export class ItemsController {
  constructor(private readonly shelf: CatalogShelf) {}

  @Get()
  @Access('item.read')
  @ApiOperation({ summary: '现行事项目录' })
  list(@Query({ schema: itemQuerySchema }) { region }: ItemQuery): { items: ItemSummary[] } {
    return { items: this.shelf.catalog.items(region) };
  }

  @Get(':code')
  @Access('item.read')
  @ApiOperation({ summary: '一个事项的全部内容：对象、渠道、地点、材料、流程、时限、电话、环节、表单' })
  read(@Param('code', { schema: itemCodeParam }) code: string): ItemPublished {
    const item = this.shelf.catalog.published(code);
    if (!item) throw new Problem('ITEM_UNKNOWN');
    return item;
  }
}
