import { exchangeHeaders, platformAgency } from '@due-process/contracts';
import type { Keys } from '../keys';

export interface RecipientOptions {
  /** Base URL of the API that serves the real agencies. */
  target: string;
  requestTimeoutMs: number;
}

/** The agencies' own system, as the platform reaches it: letters and receipts signed by the platform. */
export class Recipient {
  private readonly ending = new AbortController();

  constructor(
    private readonly keys: Keys,
    private readonly options: RecipientOptions,
  ) {}

  moveTo(target: string): void {
    this.options.target = target;
  }

  get target(): string {
    return this.options.target;
  }

  /** Gives the status of the reply, and throws when none came. */
  async post(path: '/api/exchange/letters' | '/api/exchange/receipts', raw: string): Promise<number> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const response = await fetch(`${this.options.target.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [exchangeHeaders.agency]: platformAgency,
        [exchangeHeaders.timestamp]: timestamp,
        [exchangeHeaders.signature]: this.keys.sign(platformAgency, timestamp, raw),
      },
      body: raw,
      signal: AbortSignal.any([this.ending.signal, AbortSignal.timeout(this.options.requestTimeoutMs)]),
    });
    await response.arrayBuffer();
    return response.status;
  }

  stop(): void {
    this.ending.abort();
  }
}
