import { freePort, isFree, keptPorts } from './ports.mjs';

const usual = 4600;

/**
 * The port people use. Without PORT the usual one, or a kept free one when a second checkout runs; with PORT exactly that
 * (0: any free), since somebody relies on it.
 * @param {string} stateDir
 * @returns {Promise<number>}
 */
export async function chosenPort(stateDir, given = process.env.PORT) {
  if (given === undefined || given === '') {
    if (await isFree(usual)) return usual;
    const { api } = await keptPorts(stateDir, ['api']);
    return api;
  }
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT 必须是 0 到 65535 的整数，而不是“${given}”。PORT is not a port number: ${given}.`);
  }
  if (port === 0) return freePort();
  if (!(await isFree(port))) throw new Error(`端口 ${port} 已被占用（PORT）。Port ${port} is in use.`);
  return port;
}
