import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';

/** Answered, but not with what was asked for. */
export class Refused extends Error {
  constructor(status, body) {
    super(`${status} ${JSON.stringify(body).slice(0, 500)}`);
    this.status = status;
  }
}

/** A client of the API as docs/http.md describes it: kept connections, and a session for each clerk. */
export function createOffice(url, password, connections = 64) {
  const pool = new Pool(url, { connections, pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const traffic = { answers: 0, bytes: 0 };

  const post = (path, body, headers) => request('POST', path, body, headers);
  async function request(method, path, body, headers = {}) {
    const answer = await pool.request({
      method,
      path,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    traffic.answers++;
    traffic.bytes += Buffer.byteLength(text);
    const parsed = JSON.parse(text);
    if (answer.statusCode >= 300) throw new Refused(answer.statusCode, parsed);
    return { body: parsed, cookies: [answer.headers['set-cookie'] ?? []].flat() };
  }

  return {
    traffic,
    close: () => pool.close(),
    /** @param {string} username */
    async signIn(username) {
      const { cookies } = await post('/api/session', { username, password });
      const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
      const send = async (path, body) => (await post(path, body, { cookie, 'idempotency-key': randomUUID() })).body;
      return {
        /** Any other request, answered whole. */
        ask: async (method, path, body) =>
          (await request(method, path, body, { cookie, 'idempotency-key': randomUUID() })).body,
        open: (application) => send('/api/cases', application),
        act: ({ caseNo, version }, action, input = {}) =>
          send(`/api/cases/${caseNo}/actions/${action}`, { expectedVersion: version, input }),
      };
    },
  };
}

/** @typedef {ReturnType<typeof createOffice>} Office */
/** @typedef {Awaited<ReturnType<Office['signIn']>>} Clerk */
