import { shanghaiDate } from '../world/dates';
import type { World } from '../world/world';
import type { EnrolmentRecord } from '../world/events';
import { assumedRecord, type Purpose } from './enrolment';

/** Who is enrolled where: what the operator has set, else what is assumed, plus the months that transfers brought in. */
export class EnrolmentRegistry {
  constructor(private readonly world: World) {}

  of(subject: string, region: string, purpose: Purpose): EnrolmentRecord {
    const set = this.world.enrolment(subject, region);
    const record =
      set ?? this.enrolled(subject, region, purpose) ?? assumedRecord(subject, region, purpose, Date.now());
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

  /** A resident who was registered before, alone or by a list, is enrolled. */
  private enrolled(subject: string, region: string, purpose: Purpose): EnrolmentRecord | undefined {
    if (purpose !== 'residentEnrolment') return undefined;
    const entry = this.world
      .effectsOf('core')
      .find(({ answer }) => answer.subject === subject && answer.region === region && isResidentEntry(answer));
    if (!entry) return undefined;
    return {
      status: 'enrolled',
      insuredSince: shanghaiDate(Date.parse(entry.at)),
      paidMonths: 0,
      accountBalanceFen: 0,
      kind: 'resident',
    };
  }
}

const isResidentEntry = ({ recordKind, status }: Record<string, unknown>): boolean =>
  status === 'done' && (recordKind === 'residentEnrolment' || recordKind === 'studentEnrolment');
