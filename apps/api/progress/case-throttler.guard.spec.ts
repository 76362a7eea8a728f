import { CaseThrottlerGuard } from './case-throttler.guard';

describe('what is counted when a case is asked about', () => {
  const guard = Object.create(CaseThrottlerGuard.prototype) as {
    getTracker(request: Record<string, unknown>): Promise<string>;
  };
  const caseNo = '37060000120261122000037';

  it('is its number, however it is written and wherever it stands', async () => {
    const requests = [{ query: { caseNo } }, { query: { caseNo: ` ${caseNo}\n` } }, { body: { caseNo: `${caseNo} ` } }];
    const counted = await Promise.all(requests.map((request) => guard.getTracker(request)));
    expect(new Set(counted)).toEqual(new Set([`case:${caseNo}`]));
  });
});
