import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { errorCode } from '../logging/error-code';
import type { Queue } from '../settings';

const everyMs = 10_000;

/** Silence for this long is told from a short break of the database (case_class: 40 s). Old rows of gone processes leave after a week. */
const beat = `
  with beaten as (
    insert into worker_beat (identity, queue) select $1, unnest($2::text[])
    on conflict (identity, queue) do update set at = now()
  )
  delete from worker_beat where at < now() - interval '7 days' and identity <> $1`;

/** Whoever begins takes the place of those that have fallen silent: a worker stopped for a release is no alarm. */
const begin = `delete from worker_beat where at < now() - interval '40 seconds' and identity <> $1`;

/** Says every ten seconds that this process lives: whoever is killed can no longer say anything, and the board sees the silence. */
export function startBeat(pool: Pool, identity: string, queues: readonly Queue[], logger: Logger): () => void {
  let first = true;
  const tell = (): void => {
    pool
      .query(beat, [identity, queues])
      .then(() => (first ? pool.query(begin, [identity]) : undefined))
      .then(() => (first = false))
      .catch((error: unknown) => logger.warn({ code: errorCode(error) }, 'the beat could not be written'));
  };
  tell();
  const timer = setInterval(tell, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
