import { Injectable } from '@nestjs/common';
import type { Actor, TimelineEntry } from '@due-process/contracts';
import { eventWords, isOutside, isTold } from '@due-process/domain';
import { Database } from '../platform/database/database';
import type { ReadCase } from './case-reader';
import { Directory, namedBy } from './directory';

interface EscalationRow {
  rung: string;
  clock_name: string;
  due_on: string;
  at: Date;
  accounts: string[];
}

/** What happened, newest last, in the trade's words; the ladder's escalations stand among the events. */
@Injectable()
export class Timeline {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** Whoever looks from outside sees the steps of the procedure and the own acts; how the agency drives its people is its own. */
  async of({ caseNo, events, state }: ReadCase, viewer: Actor): Promise<TimelineEntry[]> {
    const outside = isOutside(viewer);
    const escalations = outside ? [] : await this.escalations(caseNo);
    const named = events.flatMap((event) => [event.by, ...accountsIn(event.data)]);
    const nameOf = await this.directory.displayNames([...named, ...escalations.flatMap((row) => row.accounts)], viewer);
    const who = namedBy(nameOf);
    const told = events.filter(isTold).map((event): TimelineEntry => {
      const { label, detail, step } = eventWords(event, state, nameOf);
      return {
        seq: event.seq,
        type: event.type,
        label,
        detail,
        ...(step ? { step } : {}),
        by: who(event.by),
        occurredOn: event.occurredOn,
        recordedAt: event.recordedAt,
      };
    });
    const raised = escalations.map((row): TimelineEntry => {
      const recordedAt = new Date(row.at).toISOString();
      return {
        type: 'escalated',
        label: '催督办',
        detail: `“${row.clock_name}”（${row.due_on} 到期）已提醒 ${row.accounts.map(nameOf).join('、')}`,
        by: { id: 'system', name: '系统' },
        occurredOn: new Date(Date.parse(recordedAt) + 8 * 3_600_000).toISOString().slice(0, 10),
        recordedAt,
      };
    });
    return merge(outside ? told.filter(({ step, by }) => step !== undefined || by.id === viewer.id) : told, raised);
  }

  private escalations(caseNo: string): Promise<EscalationRow[]> {
    return this.database.query(
      `select rung, clock_name, due_on::text as due_on, min(at) as at, array_agg(account order by account) as accounts
         from escalation where case_no = $1 group by clock_id, arming, rung, clock_name, due_on order by min(at)`,
      [caseNo],
    );
  }
}

/** Both lists are in order already; events keep theirs even where a true date of long ago was recorded later. */
function merge(events: TimelineEntry[], escalations: TimelineEntry[]): TimelineEntry[] {
  const rest = [...escalations];
  const merged: TimelineEntry[] = [];
  for (const event of events) {
    while (rest[0] && rest[0].recordedAt < event.recordedAt) merged.push(...rest.splice(0, 1));
    merged.push(event);
  }
  return [...merged, ...rest];
}

const accountFields = ['assignee', 'cosigner', 'delegatedBy', 'proposedBy'];
const accountsIn = (data: object): string[] =>
  Object.entries(data).flatMap(([id, value]) =>
    accountFields.includes(id) && typeof value === 'string' ? [value] : [],
  );
