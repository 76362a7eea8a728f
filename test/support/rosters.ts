import { randomUUID } from 'node:crypto';
import type { Clerk } from './clerk';
import { required } from './environment';
import type { Answer } from './http';
import { somebody } from './persons';
import { until } from './until';

export interface RosterView {
  id: string;
  fileName: string;
  sha256: string;
  lines: number;
  accepted: number;
  rejected: number;
  remaining: number;
  state: string;
  stateWords: string;
  caseNo: string | null;
  repeated?: boolean;
}

export interface RosterLineView {
  lineNo: number;
  name: string;
  idNumber: string;
  state: string;
  reason: string | null;
  recordNo: string | null;
}

export interface Listed {
  name: string;
  idNumber: string;
}

/** Made-up pupils, each with a number of their own. */
export function pupils(count: number): Listed[] {
  const seen = new Map<string, Listed>();
  while (seen.size < count) {
    const { name, idNumber } = somebody();
    seen.set(idNumber, { name, idNumber });
  }
  return [...seen.values()];
}

export const csvOf = (people: Listed[]): string =>
  ['姓名,身份证号', ...people.map(({ name, idNumber }) => `${name},${idNumber}`)].join('\n');

/** The list as a file, the way a browser sends it. */
export async function handIn(
  clerk: Clerk,
  text: string | Buffer,
  fileName = `${randomUUID()}.csv`,
): Promise<Answer<RosterView>> {
  const form = new FormData();
  form.set('file', new Blob([text]), fileName);
  const started = performance.now();
  const response = await fetch(`${required('API_URL')}/api/rosters`, {
    method: 'POST',
    headers: { cookie: clerk.cookie },
    body: form,
    signal: AbortSignal.timeout(120_000),
  });
  const body = (await response.json()) as RosterView;
  return { status: response.status, body, headers: response.headers, took: performance.now() - started };
}

export const rosterOf = async (clerk: Clerk, id: string): Promise<RosterView> =>
  (await clerk.get<RosterView>(`/api/rosters/${id}`)).body;

/** The list as soon as every line is settled. */
export const settledRoster = (clerk: Clerk, id: string, seconds = 60): Promise<RosterView> =>
  until(
    'every line is settled',
    () => rosterOf(clerk, id),
    ({ state }) => state === 'settled',
    seconds,
  );

export const linesIn = async (clerk: Clerk, id: string, state: string): Promise<RosterLineView[]> =>
  (await clerk.get<{ lines: RosterLineView[] }>(`/api/rosters/${id}/lines?state=${state}&limit=500`)).body.lines;
