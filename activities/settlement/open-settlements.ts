import type { SettlementActivities, SourceOpening } from '@due-process/contracts';
import { lastDayOf } from '@due-process/domain';
import { Context } from '@temporalio/activity';
import type { CaseOpener } from '../openings/open-from-source';
import type { DueSettlement, DueSettlements } from './due-settlements.store';

/** So many cases open at a time; the API answers each after its first record. */
const inFlight = 4;

/**
 * Opens the settlement of a month for one page of institutions. The period is each case's source: what was opened by an earlier try, by an earlier
 * run of the schedule or at the counter is found again.
 */
export function createOpenSettlements(
  due: DueSettlements,
  opener: CaseOpener,
): SettlementActivities['openSettlements'] {
  return async function openSettlements({ period, after = '', limit }) {
    const page = await due.page({ firstDay: `${period}-01`, lastDay: lastDayOf(period), after, limit });
    const tally = { opened: 0, repeated: 0, refused: 0 };
    const waiting = [...page];
    const work = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const outcome = await opener.open(one.agency, openingOf(one, period));
        if ('refused' in outcome) tally.refused++;
        else if (outcome.opened.repeated) tally.repeated++;
        else tally.opened++;
        Context.current().heartbeat(tally);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, work));
    const last = page.at(-1)?.place;
    return { ...tally, done: page.length < limit, ...(last === undefined ? {} : { last }) };
  };
}

/** Card data stand in for a report: such a case is accepted as it opens. */
export function openingOf(due: DueSettlement, period: string): SourceOpening {
  const { itemCode, channel, variant, reports, creditCode, kind, name, officeId, organisation } = due;
  const cards = {
    claimedCard: due.claimedFen,
    transactionCount: due.transactions,
    ...(kind === 'pharmacySet' ? { merchantCount: due.merchants } : {}),
  };
  return {
    source: { kind: 'schedule', reference: period },
    itemCode,
    ...(officeId ? { officeId } : {}),
    channel,
    ...(variant ? { variant } : {}),
    applicant: { idType: 'creditCode', idNumber: creditCode, name },
    form: {
      period: `${period}-01`,
      ...(kind === 'hospital' ? (organisation ? { institution: organisation } : {}) : cards),
    },
    materials: [],
    acceptNow: !reports,
  };
}
