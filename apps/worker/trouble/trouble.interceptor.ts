import type { Context } from '@temporalio/activity';
import { CancelledFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Counter } from 'prom-client';
import { errorCode } from '../logging/error-code';
import type { FailingActivity, TroubleStore } from './trouble.store';

interface Parts {
  store: TroubleStore;
  failures: Counter<'activity' | 'code'>;
  logger: Logger;
}

/**
 * Notes every failing attempt of an activity and takes the note away when a later attempt succeeds. A first attempt that succeeds
 * costs nothing but a timer. Set-based work starts afresh each minute, so its success always looks for an old note. When the note itself cannot be
 * written (the database is what fails), the activity goes on as if there were none.
 */
export function troubleInterceptor({ store, failures, logger }: Parts): ActivityInterceptorsFactory {
  const quietly = async (write: Promise<void>): Promise<void> => {
    try {
      await write;
    } catch (error) {
      logger.warn({ code: errorCode(error) }, 'a failing attempt could not be noted');
    }
  };
  return (context) => ({
    inbound: {
      async execute(input, next) {
        const { activityType, attempt } = context.info;
        const about = activityOf(context, input.args[0]);
        let overdue = false;
        const timer = setTimeout(() => {
          overdue = true;
          void quietly(store.failed(about, attempt, 'ATTEMPT_OVERDUE'));
        }, patienceMs(context));
        timer.unref();
        try {
          const result = await next(input);
          if (attempt > 1 || overdue || about.caseNo === '') await quietly(store.recovered(about));
          return result;
        } catch (error) {
          if (error instanceof CancelledFailure) throw error;
          const code = errorCode(error);
          failures.inc({ activity: activityType, code });
          await quietly(store.failed(about, attempt, code));
          throw error;
        } finally {
          clearTimeout(timer);
        }
      },
    },
  });
}

const prefix = 'case-';

/**
 * An attempt that hangs is given up by the engine without a word to this process: shortly before that it counts as failed. Set-based work may
 * take long and says itself when it fails.
 */
function patienceMs({ info: { startToCloseTimeoutMs, workflowExecution } }: Context): number {
  const ofCase = workflowExecution?.workflowId?.startsWith(prefix) ?? false;
  return ofCase && startToCloseTimeoutMs > 0 ? Math.max(startToCloseTimeoutMs - 250, 500) : 2 ** 31 - 1;
}

/** An effect names its own key, which stays the same when a later run of the case asks for it again. */
function activityOf(context: Context, argument: unknown): FailingActivity {
  const { activityType, workflowExecution } = context.info;
  const id = workflowExecution?.workflowId ?? '';
  const key = typeof argument === 'object' && argument !== null ? (argument as { key?: unknown }).key : undefined;
  return {
    caseNo: id.startsWith(prefix) ? id.slice(prefix.length) : '',
    activity: activityType,
    key: typeof key === 'string' ? key : '',
  };
}
