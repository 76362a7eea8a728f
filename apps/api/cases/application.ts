import type { ConditionScope, IsoDate } from '@due-process/contracts';

/** The application that a fact is about; its agency is the one that asks. A case brings the code of its item. */
export type Application = ConditionScope & { agency: string; receivedOn?: IsoDate; rules?: { code: string } };
