import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LetterEnvelope, LetterReceipt } from '@due-process/contracts';

export interface Delivery {
  path: string;
  agency: string;
  signedRight: boolean;
  raw: string;
  /** What this agency answered; undefined when it cut the connection. */
  status?: number;
}

/** The product's side as the platform sees it: checks signatures, keeps what comes, answers as told. */
export class RecordingAgency {
  readonly deliveries: Delivery[] = [];
  /** Statuses for the next deliveries of letters; then 202, or 409 for a changed text under a known number. */
  readonly nextStatuses: (number | 'cut')[] = [];
  private readonly known = new Map<string, string>();
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const path = request.url ?? '';
      const header = (name: string) => String(request.headers[name]);
      const expected = createHmac('sha256', this.platformSecret)
        .update(`${header('x-exchange-timestamp')}.${raw}`)
        .digest('hex');
      const told = path.endsWith('/letters') ? this.nextStatuses.shift() : undefined;
      const status = told === 'cut' ? undefined : (told ?? this.judge(path, raw));
      const signedRight = expected === header('x-exchange-signature');
      this.deliveries.push({ path, agency: header('x-exchange-agency'), signedRight, raw, status });
      if (status === undefined) response.destroy();
      else response.writeHead(status).end();
    });
  });

  constructor(private readonly platformSecret: Buffer) {}

  async open(port = 0): Promise<string> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  letters(): LetterEnvelope[] {
    return this.deliveries.filter(({ path }) => path === '/api/exchange/letters').map(({ raw }) => JSON.parse(raw));
  }

  receipts(): LetterReceipt[] {
    return this.deliveries.filter(({ path }) => path === '/api/exchange/receipts').map(({ raw }) => JSON.parse(raw));
  }

  private judge(path: string, raw: string): number {
    if (!path.endsWith('/letters')) return 202;
    const { letterNo } = JSON.parse(raw) as LetterEnvelope;
    const before = this.known.get(letterNo) ?? raw;
    this.known.set(letterNo, before);
    return before === raw ? 202 : 409;
  }
}

/** Waits until the wanted thing is there; says what was awaited when it does not come. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + 4000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Never came: ${what}`);
    await new Promise((wake) => setTimeout(wake, 5));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
