import { resolve } from 'node:path';
import { NAMESPACE } from '@due-process/contracts';

/** Everything the process takes from its environment, read once at start. */
export interface Config {
  host: string;
  /** 0: any free port. */
  port: number;
  databaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  keysPath: string;
  sandboxUrl: string;
  filesDir: string;
  webRoot: string;
  /** Address under which applicants reach the pages, for the code on the receipt. Empty: a demonstration takes the caller's, else there is no code. */
  publicUrl: string;
  logLevel: string;
  /** How many proxies of our own stand before the process: whose word on the caller's address is taken. */
  trustedProxies: number;
  /** The cookie is sent over TLS only. Off by default: `npm start` serves plain HTTP on the own machine. */
  secureCookie: boolean;
  /** A demonstration: its people sign in with one click. Never set where real cases are handled. */
  demo: boolean;
}

export const CONFIG = Symbol('config');

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`environment variable ${name} is not set`);
  return value;
}

/** @throws Error naming the variable that is missing or malformed. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('environment variable PORT is not a port');
  return {
    host: env['HOST'] || '127.0.0.1',
    port,
    databaseUrl: required(env, 'DATABASE_URL'),
    temporalAddress: required(env, 'TEMPORAL_ADDRESS'),
    temporalNamespace: env['TEMPORAL_NAMESPACE'] || NAMESPACE,
    keysPath: required(env, 'KEYS_PATH'),
    sandboxUrl: env['SANDBOX_URL'] ?? '',
    filesDir: env['FILES_DIR'] ?? resolve('.state/files'),
    webRoot: env['WEB_ROOT'] ?? resolve(__dirname, '../../../../web/dist'),
    publicUrl: (env['PUBLIC_URL'] ?? '').replace(/\/+$/, ''),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    trustedProxies: Number(env['TRUSTED_PROXIES'] ?? '0'),
    secureCookie: env['SECURE_COOKIE'] === '1',
    demo: env['DEMO'] === '1',
  };
}
