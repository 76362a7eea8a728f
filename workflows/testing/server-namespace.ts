import { Connection } from '@temporalio/client';

/** Apart from the system's own, so that no worker of a running system takes the tests' cases. */
const namespace = 'due-process-bench';
const alreadyExists = 6;

export async function ensureBenchNamespace(address: string): Promise<string> {
  const connection = await Connection.connect({ address });
  const { workflowService } = connection;
  await workflowService
    .registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: 86_400 } as never })
    .catch((error: { code?: number }) => {
      if (error.code !== alreadyExists) throw error;
    });
  // A namespace reaches all services of the server within some seconds.
  for (const until = Date.now() + 30_000; ;) {
    try {
      await workflowService.describeTaskQueue({ namespace, taskQueue: { name: 'cases' }, taskQueueType: 1 });
      await workflowService.countWorkflowExecutions({ namespace });
      break;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  await connection.close();
  return namespace;
}
