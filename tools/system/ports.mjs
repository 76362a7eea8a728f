import { createServer } from 'node:net';
import { join } from 'node:path';
import { readJson, writeJson } from './files.mjs';

/** Below the range from which Linux takes ports for outgoing connections: a kept port stays free while we are down. */
const lowest = 20_000;
const highest = 31_999;

/** @returns {Promise<boolean>} whether this process could listen on the loopback port now */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

export async function freePort(avoid = new Set()) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
    if (!avoid.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`找不到空闲端口（${lowest}–${highest}）。No free port.`);
}

/**
 * Ports by name, chosen once and kept in the state folder, chosen anew where somebody else has taken them meanwhile.
 * @param {string} stateDir
 * @param {string[]} names
 * @returns {Promise<Record<string, number>>}
 */
export async function keptPorts(stateDir, names) {
  const file = join(stateDir, 'ports.json');
  const kept = readJson(file) ?? {};
  for (const name of names) {
    const others = new Set(Object.entries(kept).flatMap(([other, port]) => (other === name ? [] : [port])));
    if (!kept[name] || !(await isFree(kept[name]))) kept[name] = await freePort(others);
  }
  writeJson(file, kept);
  return Object.fromEntries(names.map((name) => [name, kept[name]]));
}
