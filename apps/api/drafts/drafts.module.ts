import { Module } from '@nestjs/common';
import { ItemsModule } from '../items/items.module';
import { DraftStore } from './draft.store';
import { DraftsController } from './drafts.controller';

@Module({ imports: [ItemsModule], controllers: [DraftsController], providers: [DraftStore] })
export class DraftsModule {}
