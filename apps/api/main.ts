import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import { CONFIG, type Config } from './platform/config/config';
import { configureApplication } from './platform/http/application';

/** What is still answered after this is cut off. */
const shutdownMs = 15_000;

async function main(): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { bodyParser: false, bufferLogs: true });
  configureApplication(app);
  const { host, port } = app.get<Config>(CONFIG);
  await app.listen(port, host);
  const address = app.getHttpServer().address() as AddressInfo;

  let closing: Promise<void> | undefined;
  const close = (): void => {
    closing ??= app.close().then(() => process.exit(0));
    setTimeout(() => process.exit(1), shutdownMs).unref();
  };
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
  process.once('disconnect', close);
  process.send?.({ ready: true, port: address.port });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
