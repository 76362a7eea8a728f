import { caseClassView } from './case-class';
import { eventHashFunction } from './event-hash';
import { clearProjectionFunction, writeMessagesFunction, writeProjectionFunction } from './projection';
import { recordBatchFunction } from './record-batch';

export { eventHashOf } from './event-hash';

/** Functions and views of the database, made anew at every migration: their text here is always the text that runs. In order of use. */
export const databaseFunctions = [
  eventHashFunction,
  clearProjectionFunction,
  writeMessagesFunction,
  writeProjectionFunction,
  recordBatchFunction,
  caseClassView,
];
