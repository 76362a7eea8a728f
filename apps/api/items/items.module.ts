import { Global, Module } from '@nestjs/common';
import { CatalogShelf } from './catalog-shelf';
import { ItemsController } from './items.controller';

/** Global: nearly every resource asks the catalogue. */
@Global()
@Module({ controllers: [ItemsController], providers: [CatalogShelf], exports: [CatalogShelf] })
export class ItemsModule {}
