import { Global, Module } from '@nestjs/common';
import { OrganisationsController } from './organisations.controller';
import { Organisations } from './organisations';

/** Global: names of organisations stand on every screen that shows a case. */
@Global()
@Module({ controllers: [OrganisationsController], providers: [Organisations], exports: [Organisations] })
export class OrganisationsModule {}
