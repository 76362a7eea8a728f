import type { Type } from '@nestjs/common';

/** Modules of the resources that work on cases. */
export const caseModules: Type[] = [];
