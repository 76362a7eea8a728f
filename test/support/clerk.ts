import { randomUUID } from 'node:crypto';
import { required } from './environment';
import { askApi, type Answer, type Asking } from './http';
import { until } from './until';
import { caseOf, type CaseView, type Derivation, type TimelineEntry } from './views';

export interface ActGiven {
  input?: Record<string, unknown>;
  occurredOn?: string;
  taskKey?: string;
  /** The version the clerk saw; the newest when absent. */
  version?: number;
  key?: string;
}

/** Somebody who has signed in: the cookie, and the requests of docs/http.md. */
export class Clerk {
  private constructor(
    readonly username: string,
    readonly cookie: string,
  ) {}

  static async signIn(username: string): Promise<Clerk> {
    const body = { username, password: required('DEMO_PASSWORD') };
    const answer = await askApi('POST', '/api/session', { body });
    if (answer.status !== 200) throw new Error(`${username}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Clerk(
      username,
      answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    );
  }

  ask<T = unknown>(method: string, path: string, asking: Asking = {}): Promise<Answer<T>> {
    return askApi<T>(method, path, { ...asking, headers: { cookie: this.cookie, ...asking.headers } });
  }

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.ask<T>('GET', path);
  }

  /** A file as it comes over the line, byte for byte. */
  async file(path: string): Promise<Buffer> {
    const response = await fetch(`${required('API_URL')}${path}`, { headers: { cookie: this.cookie } });
    if (response.status !== 200) throw new Error(`GET ${path}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  post<T = unknown>(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer<T>> {
    return this.ask<T>('POST', path, { body, headers: { 'idempotency-key': key } });
  }

  open(body: Record<string, unknown>, key?: string): Promise<Answer<CaseView>> {
    return this.post('/api/cases', body, key);
  }

  async case(caseNo: string): Promise<CaseView> {
    return caseOf(await this.get(`/api/cases/${caseNo}`));
  }

  /** The act as it is answered, accepted or refused. */
  async attempt(caseNo: string, action: string, given: ActGiven = {}): Promise<Answer<CaseView>> {
    const { input = {}, version, key, ...rest } = given;
    const expectedVersion = version ?? (await this.case(caseNo)).version;
    return this.post(`/api/cases/${caseNo}/actions/${action}`, { expectedVersion, input, ...rest }, key);
  }

  /** The act, which must be accepted; the case after it. */
  async act(caseNo: string, action: string, given?: ActGiven): Promise<CaseView> {
    return caseOf(await this.attempt(caseNo, action, given));
  }

  async derivation(caseNo: string, clockId: string): Promise<Derivation> {
    return (await this.get<Derivation>(`/api/cases/${caseNo}/clocks/${clockId}/derivation`)).body;
  }

  async timeline(caseNo: string): Promise<TimelineEntry[]> {
    return (await this.get<{ events: TimelineEntry[] }>(`/api/cases/${caseNo}/timeline`)).body.events;
  }

  /** The case as soon as it is so; fails with what it was instead. */
  waitFor(caseNo: string, what: string, holds: (view: CaseView) => boolean, seconds?: number): Promise<CaseView> {
    return until(what, () => this.case(caseNo), holds, seconds);
  }
}

/** Each account signs in once in a file. */
const signedIn = new Map<string, Promise<Clerk>>();

export function clerk(username: string): Promise<Clerk> {
  const known = signedIn.get(username);
  if (known) return known;
  const fresh = Clerk.signIn(username);
  signedIn.set(username, fresh);
  return fresh;
}

export const clerks = <const N extends readonly string[]>(...usernames: N): Promise<{ [K in keyof N]: Clerk }> =>
  Promise.all(usernames.map(clerk)) as Promise<{ [K in keyof N]: Clerk }>;
