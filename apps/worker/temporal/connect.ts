import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { NativeConnection } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { TemporalSettings } from '../settings';

const waitMs = 500;
const tokenEveryMs = 5 * 60_000;

/** Waits for the server, since both may be starting at once; gives up after `patienceMs` with the last reason. */
export async function connectTemporal(
  settings: TemporalSettings,
  logger: Logger,
  patienceMs = 60_000,
): Promise<NativeConnection> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await NativeConnection.connect(await optionsOf(settings));
    } catch (error) {
      if (Date.now() >= until) throw error;
      logger.warn({ err: error }, 'Temporal does not answer yet');
      await sleep(waitMs);
    }
  }
}

const file = (path: string | undefined) => (path === undefined ? undefined : readFile(path));

/** A token lives for hours, the process for months: whoever renews the file need not restart anything. */
export function keepTokenFresh(connection: NativeConnection, settings: TemporalSettings, logger: Logger): () => void {
  const { tokenFile } = settings;
  if (tokenFile === undefined) return () => {};
  const renew = async (): Promise<void> => connection.setApiKey(await readToken(tokenFile));
  const timer = setInterval(() => {
    renew().catch((error: unknown) => logger.error({ err: error }, 'the token for Temporal could not be read again'));
  }, tokenEveryMs);
  return () => clearInterval(timer);
}

const readToken = async (path: string): Promise<string> => (await readFile(path, 'utf8')).trim();

/** What we send is compressed and encrypted already (secrets/payload-codec): packing each call once more costs both sides and saves nothing. */
async function optionsOf({ address, tls, tokenFile }: TemporalSettings) {
  const [authority, certificate, key] = await Promise.all([
    file(tls?.authority),
    file(tls?.certificate),
    file(tls?.key),
  ]);
  return {
    address,
    grpcCompression: { codec: 'none' } as const,
    ...(tls && {
      tls: {
        ...(authority && { serverRootCACertificate: authority }),
        ...(tls.serverName && { serverNameOverride: tls.serverName }),
        ...(certificate && key && { clientCertPair: { crt: certificate, key } }),
      },
    }),
    ...(tokenFile && { apiKey: await readToken(tokenFile) }),
  };
}
