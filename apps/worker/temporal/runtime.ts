import { createServer, type AddressInfo } from 'node:net';
import { Runtime, type LogLevel } from '@temporalio/worker';
import type { Logger } from 'pino';

/**
 * Starts the SDK's native part once a process. It answers Prometheus on a free loopback port of its own, which `/metrics` reads
 * along; stopping is ours (database and workers in order), so its signal handlers stay off.
 */
export async function startRuntime(logger: Logger): Promise<{ metricsAddress: string }> {
  const metricsAddress = `127.0.0.1:${await freePort()}`;
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: (level, message, meta) => write(logger, level, message, meta),
      trace: (message, meta) => write(logger, 'TRACE', message, meta),
      debug: (message, meta) => write(logger, 'DEBUG', message, meta),
      info: (message, meta) => write(logger, 'INFO', message, meta),
      warn: (message, meta) => write(logger, 'WARN', message, meta),
      error: (message, meta) => write(logger, 'ERROR', message, meta),
    },
    telemetryOptions: {
      metrics: { prometheus: { bindAddress: metricsAddress, useSecondsForDurations: true } },
      logging: { filter: 'WARN', forward: {} },
    },
  });
  return { metricsAddress };
}

const pinoLevels = { TRACE: 'trace', DEBUG: 'trace', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const;

/** Attempts are logged by number and code; arguments and results never are. What the SDK calls information is detail here. */
function write(logger: Logger, level: LogLevel, message: string, meta: Record<string | symbol, unknown> = {}): void {
  const { workflowId, workflowType, activityType, attempt, taskQueue, durationMs, error } = meta;
  logger[pinoLevels[level]](
    { workflowId, workflowType, activityType, attempt, taskQueue, durationMs, err: error },
    message,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
