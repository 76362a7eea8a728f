import type { SettlementActivities } from '@due-process/contracts';
import { periodBefore, shanghaiDate } from '@due-process/domain';
import { proxyActivities } from '@temporalio/workflow';

/**
 * A page of openings takes seconds, each found again by its source: tries go on for a week, so that an API that is away for a night opens the month's
 * cases all the same.
 */
const { openSettlements } = proxyActivities<SettlementActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '1 minute',
  scheduleToCloseTimeout: '7 days',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

const pageSize = 100;

export interface MonthlySettlement {
  period: string;
  opened: number;
  /** Already there: from an earlier run, or registered at the counter. */
  repeated: number;
  /** Not taken as they are; the institution's data must be mended. */
  refused: number;
}

/** 按月结算: on the first of a month the settlement of the month before opens for every institution (YT-11.1, YT-11.2, QD-10.1, QD-10.2). */
export async function monthlySettlement(given: { period?: string } = {}): Promise<MonthlySettlement> {
  const period = given.period ?? periodBefore(shanghaiDate(new Date().toISOString()));
  const total: MonthlySettlement = { period, opened: 0, repeated: 0, refused: 0 };
  for (let after: string | undefined; ;) {
    const page = await openSettlements({ period, limit: pageSize, ...(after === undefined ? {} : { after }) });
    total.opened += page.opened;
    total.repeated += page.repeated;
    total.refused += page.refused;
    if (page.done) return total;
    after = page.last;
  }
}
