import type { Keys } from '@due-process/secrets';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';

/** What activities work with; the worker process makes it once. */
export interface ActivityDeps {
  pool: Pool;
  keys: Keys;
  /** For telling cases; everything else about the engine is the workflows' business. */
  client: Client;
  /** Base addresses of the outside systems, without a slash at the end. */
  outside: { exchange: string; core: string; fund: string; sms: string };
  /** Where our own API answers: it registers the cases that open by themselves. */
  apiUrl: string;
  /** How many cases a second are told of a new calendar, so that clerks do not wait behind it. */
  redatesPerSecond: number;
}
