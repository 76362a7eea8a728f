import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LetterEnvelope } from '@due-process/contracts';
import { startSandbox, type Sandbox } from '../sandbox';
import { RecordingAgency } from './agency';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A made-up person: the number is well formed and belongs to nobody. */
export const person = { name: '𠮷野·阿依古丽', idNumber: '370602199001011238' };

/** One outside world on a free port with an agency that records, and the ways to call it. */
export class Kit {
  readonly directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  private readonly secrets = Object.fromEntries(
    ['370600', '370200', 'platform'].map((owner) => [owner, randomBytes(32)]),
  );
  readonly agency = new RecordingAgency(this.secret('platform'));
  private readonly adminKey = randomBytes(16).toString('base64');
  private readonly keysPath = join(this.directory, 'keys.json');
  private sandbox?: Sandbox;
  private target = '';

  async open(): Promise<this> {
    const letters = Object.fromEntries(
      Object.entries(this.secrets).map(([owner, key]) => [owner, key.toString('base64')]),
    );
    writeFileSync(this.keysPath, JSON.stringify({ letters, admin: this.adminKey }));
    this.target = await this.agency.open();
    await this.start();
    return this;
  }

  async start(): Promise<void> {
    const { target, keysPath, directory } = this;
    this.sandbox = await startSandbox({
      port: 0,
      target,
      keysPath,
      directory,
      replyDelayMs: 20,
      retryBaseMs: 5,
      retryCapMs: 20,
    });
  }

  async stop(): Promise<void> {
    await this.sandbox?.close();
  }

  async close(): Promise<void> {
    await this.stop();
    this.agency.close();
    rmSync(this.directory, { recursive: true });
  }

  subject(idNumber: string): string {
    return createHmac('sha256', this.secret('platform')).update(idNumber).digest('hex').slice(0, 32);
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const raw = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`http://127.0.0.1:${this.sandbox?.port}${path}`, { method, headers, body: raw });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  }

  admin(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.call(method, `/admin${path}`, body, { 'x-admin-key': this.adminKey });
  }

  /** Calls as an agency, signed with its own secret. */
  signed(agency: string, method: string, path: string, body?: unknown, at = Date.now()): Promise<Answer> {
    const raw = body === undefined ? undefined : JSON.stringify(body);
    const timestamp = String(Math.floor(at / 1000));
    const signature = createHmac('sha256', this.secret(agency))
      .update(`${timestamp}.${raw ?? path}`)
      .digest('hex');
    return this.call(method, path, raw, {
      'x-exchange-agency': agency,
      'x-exchange-timestamp': timestamp,
      'x-exchange-signature': signature,
    });
  }

  post(letter: LetterEnvelope): Promise<Answer> {
    return this.signed(letter.fromAgency, 'POST', '/exchange/letters', letter);
  }

  certificate(letterNo: string, toAgency: string, changes: Partial<LetterEnvelope> = {}): LetterEnvelope {
    return {
      letterNo,
      type: 'enrolmentCertificate',
      fromAgency: '370600',
      toAgency,
      subject: this.subject(person.idNumber),
      issuedOn: '2026-03-02',
      body: {
        person,
        insuranceKind: 'employee',
        insuredSince: '2016-03-01',
        suspendedOn: '2026-02-20',
        paidMonths: 120,
        accountBalanceFen: 345678,
        issuer: { agency: '370600', name: '烟台市医疗保险事业中心' },
      },
      ...changes,
    };
  }

  contactLetter(letterNo: string, toAgency: string, changes: Partial<LetterEnvelope> = {}): LetterEnvelope {
    const body = { person, issuer: { agency: '370600', name: '烟台市医疗保险事业中心' } };
    return this.certificate(letterNo, toAgency, { type: 'contactLetter', body, ...changes });
  }

  private secret(owner: string): Buffer {
    const secret = this.secrets[owner];
    if (!secret) throw new Error(`no secret of ${owner}`);
    return secret;
  }
}
