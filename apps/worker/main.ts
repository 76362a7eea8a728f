import { createLogger } from './logging/logger';
import { readSettings, SettingsError } from './settings';
import { startWorker, type RunningWorker } from './start-worker';

const logger = createLogger(process.env.LOG_LEVEL);

/** Ends on the first signal after draining, and at once on a second; a parent that is gone counts as a signal. */
async function main(): Promise<void> {
  let running: RunningWorker | undefined;
  let leaving = false;
  const leave = (): void => {
    if (leaving || !running) process.exit(leaving ? 1 : 0);
    leaving = true;
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
  process.on('disconnect', leave);

  running = await startWorker(readSettings(process.env), logger);
  running.ended.catch((error: unknown) => {
    logger.fatal({ err: error }, 'a worker failed');
    if (!leaving) process.exit(1);
  });
  logger.info({ port: running.port }, 'ready');
  process.send?.({ ready: true, port: running.port });
}

main().catch((error: unknown) => {
  const reason = error instanceof SettingsError ? error.message : 'the worker could not start';
  logger.fatal({ err: error }, reason);
  process.exit(1);
});
