import { Module } from '@nestjs/common';
import { InboxController } from './inbox.controller';
import { Inbox } from './inbox.service';

@Module({ controllers: [InboxController], providers: [Inbox] })
export class InboxModule {}
