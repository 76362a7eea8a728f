import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';

/** Counts by the case that is asked about, whoever asks from wherever: a query code cannot be tried out from many addresses. */
@Injectable()
export class CaseThrottlerGuard extends ThrottlerGuard {
  protected override getTracker(request: Record<string, unknown>): Promise<string> {
    const { query, body } = request as { query?: Record<string, unknown>; body?: Record<string, unknown> };
    const caseNo = query?.caseNo ?? body?.caseNo;
    return Promise.resolve(`case:${typeof caseNo === 'string' ? caseNo.trim().slice(0, 40) : ''}`);
  }
}
