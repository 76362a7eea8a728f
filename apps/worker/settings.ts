import { NAMESPACE } from '@due-process/contracts';

export const allQueues = ['cases', 'effects', 'operations'] as const;
export type Queue = (typeof allQueues)[number];

export interface TemporalSettings {
  address: string;
  namespace: string;
  /** Paths of PEM files; all absent means a connection without TLS. */
  tls?: { authority?: string; certificate?: string; key?: string; serverName?: string };
  /** File with the bearer token that the server's claim mapper reads. */
  tokenFile?: string;
}

export interface OutsideAddresses {
  exchange: string;
  core: string;
  fund: string;
  sms: string;
}

export interface WorkerSettings {
  port: number;
  /** Where health and metrics listen; loopback unless a container says otherwise. */
  host: string;
  databaseUrl: string;
  databaseConnections: number;
  keysPath: string;
  temporal: TemporalSettings;
  outside: OutsideAddresses;
  /** Our own API, by which schedules open cases. */
  apiUrl: string;
  queues: Queue[];
  cachedCases: number;
  redatesPerSecond: number;
  /** How often the engine is looked at for trouble that the rows do not show. */
  sweepSeconds: number;
}

/** Names what is missing or malformed, never a value. */
export class SettingsError extends Error {
  constructor(faults: string[]) {
    super(`The worker cannot start: ${faults.join('; ')}.`);
  }
}

type Environment = Record<string, string | undefined>;

/** Reads the whole environment at once; every missing or malformed name stands in one message. */
export function readSettings(env: Environment): WorkerSettings {
  const faults: string[] = [];
  const text = (name: string): string => {
    const value = env[name];
    if (!value) faults.push(`${name} is not set`);
    return value ?? '';
  };
  const number = (name: string, fallback: number, least = 1): number => {
    const value = env[name] === undefined || env[name] === '' ? fallback : Number(env[name]);
    if (!Number.isInteger(value) || value < least) faults.push(`${name} is not a whole number from ${least}`);
    return value;
  };
  const base = (name: string): string => {
    const value = (env[name] ?? env.SANDBOX_URL ?? '').replace(/\/+$/, '');
    if (!/^https?:\/\//.test(value)) faults.push(`neither ${name} nor SANDBOX_URL is an http address`);
    return value;
  };
  const settings: WorkerSettings = {
    port: number('PORT', 0, 0),
    host: env.HOST ?? '127.0.0.1',
    databaseUrl: text('DATABASE_URL'),
    databaseConnections: number('DATABASE_CONNECTIONS', 16),
    keysPath: text('KEYS_PATH'),
    temporal: {
      address: text('TEMPORAL_ADDRESS'),
      namespace: env.TEMPORAL_NAMESPACE ?? NAMESPACE,
      tls: tlsOf(env),
      tokenFile: env.TEMPORAL_TOKEN_FILE,
    },
    outside: {
      exchange: base('EXCHANGE_URL'),
      core: base('CORE_URL'),
      fund: base('FUND_URL'),
      sms: base('SMS_URL'),
    },
    apiUrl: apiUrlOf(env.API_URL, faults),
    queues: queuesOf(env.WORKER_QUEUES, faults),
    cachedCases: number('CACHED_CASES', 1000, 10),
    redatesPerSecond: number('REDATES_PER_SECOND', 80),
    sweepSeconds: number('SWEEP_SECONDS', 20, 2),
  };
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
}

function apiUrlOf(value: string | undefined, faults: string[]): string {
  const url = (value ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');
  if (!/^https?:\/\//.test(url)) faults.push('API_URL is not an http address');
  return url;
}

function tlsOf(env: Environment): TemporalSettings['tls'] {
  const tls = {
    authority: env.TEMPORAL_TLS_CA,
    certificate: env.TEMPORAL_TLS_CERT,
    key: env.TEMPORAL_TLS_KEY,
    serverName: env.TEMPORAL_TLS_SERVER_NAME,
  };
  return Object.values(tls).some(Boolean) ? tls : undefined;
}

/** A process may serve some of the queues only, so that slow outside systems never take a case's slots. */
function queuesOf(value: string | undefined, faults: string[]): Queue[] {
  if (!value) return [...allQueues];
  const named = value.split(',').map((name) => name.trim());
  const known = named.filter((name): name is Queue => (allQueues as readonly string[]).includes(name));
  if (known.length < named.length) faults.push(`WORKER_QUEUES names an unknown queue (known: ${allQueues.join(', ')})`);
  return known;
}
