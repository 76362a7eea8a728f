import { ApplicationFailure } from '@temporalio/common';
import type { RecordActivities, RecordAnswer, WorkCalendar } from '@due-process/contracts';
import { trimCalendar } from '@due-process/domain';
import type { Pool } from 'pg';
import { batchText } from './batch-text';

/** SQLSTATE with which record_batch tells a task that a younger one has written. */
const staleWriter = 'DP001';

/** … and that it would replace what several tasks have written, which was answered. */
const runBehind = 'DP003';

/**
 * The one activity of a command. Retried without limit by the kernel: the database knows a batch by its id, so a retry after a lost
 * answer writes nothing and gets the same answer. One named statement, parsed once a connection; it commits by itself.
 */
export function createRecordActivities({ pool }: { pool: Pool }): RecordActivities {
  return {
    async record(batch) {
      try {
        const { rows } = await pool.query<{ answer: RecordAnswer }>({
          name: 'record_batch',
          text: 'select record_batch($1::jsonb) as answer',
          values: [batchText(batch)],
        });
        const [row] = rows;
        if (!row) throw new Error('record_batch gave no answer');
        return row.answer;
      } catch (error) {
        throw withoutContent(error);
      }
    },

    async readCalendar({ version, from }) {
      const { rows } = await pool.query<{ calendar: WorkCalendar }>(
        `select calendar from calendar_version where version = $1 and state = 'published'`,
        [version],
      );
      const [row] = rows;
      if (!row) throw ApplicationFailure.retryable('no such published calendar', 'CALENDAR_UNKNOWN');
      const lastYear = Object.keys(row.calendar.years).sort().at(-1) ?? from.slice(0, 4);
      return trimCalendar(row.calendar, from, `${lastYear}-12-31`);
    },
  };
}

/** A database error may quote values in its detail; only its code leaves. */
function withoutContent(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  if (code === staleWriter) return ApplicationFailure.retryable('a younger task has written', 'RECORD_STALE_WRITER');
  if (code === runBehind) return ApplicationFailure.retryable('the run is behind its journal', 'RECORD_RUN_BEHIND');
  return ApplicationFailure.retryable(`the journal could not be written: ${code}`, 'SERVICE_UNAVAILABLE');
}
