import type { World } from '../world/world';
import type { EnrolmentRecord } from '../world/events';
import { assumedRecord, type Purpose } from './enrolment';

/** Who is enrolled where: what the operator has set, else what is assumed, plus the months that transfers brought in. */
export class EnrolmentRegistry {
  constructor(private readonly world: World) {}

  of(subject: string, region: string, purpose: Purpose): EnrolmentRecord {
    const record = this.world.enrolment(subject, region) ?? assumedRecord(subject, region, purpose, Date.now());
    const brought = this.world
      .effectsOf('core')
      .map((effect) => effect.answer)
      .filter((transfer) => transfer.subject === subject && transfer.toRegion === region);
    const sum = (field: string) => brought.reduce((total, transfer) => total + Number(transfer[field]), 0);
    return {
      ...record,
      paidMonths: record.paidMonths + sum('months'),
      accountBalanceFen: record.accountBalanceFen + sum('accountBalanceFen'),
    };
  }
}
