import { adminKey, required } from './environment';
import { ask } from './http';

export interface PlayedLetter {
  letterNo: string;
  type: string;
  fromAgency: string;
  toAgency: string;
  inReplyTo?: string;
  subject: string;
  issuedOn: string;
  state: string;
  receipts: { kind: string; fromAgency: string; reason?: string }[];
  body: Record<string, unknown>;
}

interface Faults {
  slowMs?: number;
  status500?: number | 'always';
  lostReply?: number | 'always';
  silent?: boolean;
  duplicate?: number;
  outOfOrder?: number;
  changedBody?: number;
  rejected?: number;
}

async function admin<T>(method: string, path: string, body?: unknown): Promise<T> {
  const asking = { headers: { 'x-admin-key': adminKey() }, ...(body === undefined ? {} : { body }) };
  const answer = await ask<T>(required('SANDBOX_URL'), method, `/admin${path}`, asking);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The operator of the simulated world outside (docs/exchange.md, section 8). */
export const sandbox = {
  faults: (system: 'exchange' | 'core' | 'fund' | 'sms', faults: Faults) => admin('PUT', `/faults/${system}`, faults),
  noFaults: () => admin('DELETE', '/faults'),
  city: (code: string, settings: { mode?: string; replyDelayMs?: number }) => admin('PUT', `/cities/${code}`, settings),
  sendFrom: (city: string, letter: Record<string, unknown>) =>
    admin<{ letterNo: string }>('POST', `/cities/${city}/send`, letter),
  enrolment: (record: Record<string, unknown>) => admin('PUT', '/enrolments', record),
  /** What a register outside says of somebody: `deaths`, `employers`, or `registers` by its name. */
  register: (list: 'deaths' | 'employers' | 'registers', entry: Record<string, unknown>) =>
    admin('PUT', `/${list}`, entry),
  replay: (letterNo: string, changed = false) =>
    admin<{ status: number }>('POST', `/letters/${letterNo}/replay`, { changed }),
  letters: async () => (await admin<{ letters: PlayedLetter[] }>('GET', '/letters')).letters,
  /** Forgets everything: letters, people, payments, faults. */
  reset: () => admin('POST', '/reset'),
  sms: async () => (await admin<{ items: { key: string; to: string; text: string }[] }>('GET', '/sms')).items,
  payments: async () =>
    (await admin<{ items: Record<string, unknown>[] }>('GET', '/payments')).items as {
      key: string;
      kind: string;
      amountFen: number;
      caseNo: string;
      status: string;
      payeeRef: string;
    }[],
  transfers: async () =>
    (await admin<{ items: Record<string, unknown>[] }>('GET', '/transfers')).items as {
      key: string;
      months: number;
      caseNo?: string;
    }[],
};
