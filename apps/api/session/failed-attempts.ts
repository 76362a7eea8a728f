import { Injectable } from '@nestjs/common';
import { failuresPerMinute } from './session-limits';

/**
 * Failed sign-ins of the last minute, by address and by username at that address. Successful ones are never counted: a hall of clerks
 * behind one address signs in at 08:30. Each process counts for itself; the limit is against guessing, not a quota.
 */
@Injectable()
export class FailedAttempts {
  private readonly failures = new Map<string, number[]>();

  /** Seconds to wait, 0 when another attempt is free. */
  waitFor(address: string, username: string): number {
    return Math.max(
      this.secondsLeft(address, failuresPerMinute.byAddress),
      this.secondsLeft(`${address}\n${username}`, failuresPerMinute.byUsername),
    );
  }

  record(address: string, username: string): void {
    for (const key of [address, `${address}\n${username}`]) {
      this.failures.set(key, [...this.recent(key), Date.now()]);
    }
    if (this.failures.size > 10_000) this.forgetOld();
  }

  private recent(key: string): number[] {
    const since = Date.now() - 60_000;
    return (this.failures.get(key) ?? []).filter((at) => at > since);
  }

  private secondsLeft(key: string, limit: number): number {
    const recent = this.recent(key);
    const oldestCounted = recent.at(-limit);
    return oldestCounted === undefined ? 0 : Math.ceil((oldestCounted + 60_000 - Date.now()) / 1000);
  }

  private forgetOld(): void {
    for (const key of this.failures.keys()) if (this.recent(key).length === 0) this.failures.delete(key);
  }
}
