import { join } from 'node:path';
import { startSandbox } from './sandbox';

function need(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The sandbox needs ${name} in its environment.`);
  return value;
}

async function main(): Promise<void> {
  const sandbox = await startSandbox({
    port: Number(process.env.PORT ?? 0),
    host: process.env.HOST,
    target: need('EXCHANGE_TARGETS'),
    keysPath: need('KEYS_PATH'),
    directory: join(need('FILES_DIR'), 'sandbox'),
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  process.send?.({ ready: true, port: sandbox.port });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
