import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';
import { insertStep } from './table.mjs';

/** The worker of the bare workflow: as the SDK comes, or with what spares the product's worker work, so that only what is done differs. */
const tuned = process.env.BARE_KIND === 'tuned';
Runtime.install({ logger: new DefaultLogger('WARN') });
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const connection = await NativeConnection.connect({
  address: process.env.TEMPORAL_ADDRESS,
  ...(tuned && { grpcCompression: { codec: 'none' } }),
});
const workflowsPath = fileURLToPath(new URL('workflow.mjs', import.meta.url));
const { code } = await bundleWorkflowCode({
  workflowsPath,
  ...(tuned && { preloadModules: [workflowsPath] }),
  logger: new DefaultLogger('WARN'),
});
const worker = await Worker.create({
  connection,
  namespace: process.env.TEMPORAL_NAMESPACE,
  taskQueue: process.env.TASK_QUEUE,
  workflowBundle: { code },
  activities: { insertStep: (...row) => insertStep(pool, ...row) },
  maxCachedWorkflows: 1000,
  reuseV8Context: true,
  stickyQueueScheduleToStartTimeout: '1s',
  maxConcurrentLocalActivityExecutions: 16,
});
const leave = () => worker.getState() === 'RUNNING' && worker.shutdown();
process.on('SIGTERM', leave);
process.on('disconnect', leave);
const running = worker.run();
process.send?.({ ready: true });
await running;
await pool.end();
process.exit();
