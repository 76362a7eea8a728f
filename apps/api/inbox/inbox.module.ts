import { Module } from '@nestjs/common';
import { CaseCoreModule } from '../cases/case-core.module';
import { CaseWatch } from './case-watch';
import { InboxController } from './inbox.controller';
import { Inbox } from './inbox.service';

@Module({ imports: [CaseCoreModule], controllers: [InboxController], providers: [CaseWatch, Inbox] })
export class InboxModule {}
