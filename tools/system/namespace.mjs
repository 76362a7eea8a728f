/**
 * The namespace of the system and the search attributes set once at the start of each case. Also done on a server of
 * the city's own (TEMPORAL_ADDRESS), where both usually exist already.
 */
export const namespace = 'due-process';

/** How long a finished run stays readable in Temporal; the journal in PostgreSQL stays for ever. */
const retentionDays = 30;
export const searchAttributes = ['Item', 'Region', 'Agency'];

const alreadyExists = 6;
const keyword = 2;

/** @param {string} address @param {string} [name] another namespace than the system's own */
export async function ensureNamespace(address, name = namespace) {
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  try {
    await patiently(() =>
      connection.workflowService
        .registerNamespace({ namespace: name, workflowExecutionRetentionPeriod: { seconds: retentionDays * 86_400 } })
        .catch((error) => {
          if (error.code !== alreadyExists) throw error;
        }),
    );
    const { customAttributes } = await patiently(() =>
      connection.operatorService.listSearchAttributes({ namespace: name }),
    );
    const missing = searchAttributes.filter((name) => !customAttributes?.[name]);
    if (missing.length > 0) {
      await patiently(() =>
        connection.operatorService
          .addSearchAttributes({
            namespace: name,
            searchAttributes: Object.fromEntries(missing.map((name) => [name, keyword])),
          })
          .catch((error) => {
            if (error.code !== alreadyExists) throw error;
          }),
      );
    }
    const query = searchAttributes.map((name) => `${name} = 'x'`).join(' and ');
    await patiently(() => connection.workflowService.countWorkflowExecutions({ namespace: name, query }));
  } finally {
    await connection.close();
  }
}

/** A namespace and its attributes reach all services of the server within some seconds. */
async function patiently(work, within = 30_000) {
  for (const until = Date.now() + within; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
