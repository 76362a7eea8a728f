import { Injectable } from '@nestjs/common';
import type { Actor, CaseEvent, CaseState, ItemRules } from '@due-process/contracts';
import { foldCase, isCaseNumber, partiesOf } from '@due-process/domain';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { allow } from '../platform/access/allow';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { eventOf, type EventRow } from './event-row';
import { RulesStore } from './rules.store';

/** A case as the journal tells it. `holder`: the account that registered it. */
export interface ReadCase {
  caseNo: string;
  agency: string;
  personId: string;
  ended: boolean;
  holder: string;
  events: CaseEvent[];
  rules: ItemRules;
  state: CaseState;
}

interface Row {
  agency: string;
  person_id: string;
  ended: boolean;
  holder: string | null;
  events: EventRow[];
}

/** One round trip: the row, and the live events in order. */
const readCase = `
  select case_file.agency, case_file.person_id, case_file.ended,
         (select account_id from opening where opening.case_no = case_file.case_no) as holder,
         (select json_agg(json_build_array(seq, version, type, data, actor, occurred_on, recorded_at,
                                           command_key, command_mac, command_action) order by seq)
            from case_event
           where case_event.case_no = case_file.case_no and voided_at is null and seq is not null) as events
    from case_file where case_no = $1`;

@Injectable()
export class CaseReader {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarShelf,
    private readonly rules: RulesStore,
  ) {}

  /** The case, if this account may see it. @throws Problem `NOT_FOUND` for a number that is unknown, malformed or another agency's. */
  async visible(caseNo: string, actor: Actor): Promise<ReadCase> {
    const found = await this.find(caseNo);
    if (!found) throw new Problem('NOT_FOUND');
    allow(actor, 'case.read', { agency: found.agency, holder: found.holder, parties: partiesOf(found.state) });
    return found;
  }

  async find(caseNo: string): Promise<ReadCase | undefined> {
    if (!isCaseNumber(caseNo)) return undefined;
    const [row] = await this.database.query<Row>(readCase, [caseNo]);
    const events = (row?.events ?? []).map(eventOf);
    if (!row || events.length === 0) return undefined;
    const rules = await this.rulesOf(events);
    return {
      caseNo,
      agency: row.agency,
      personId: row.person_id,
      ended: row.ended,
      holder: row.holder ?? '',
      events,
      rules,
      state: await this.fold(caseNo, rules, events),
    };
  }

  /** The case as it was right after an event: what the command that caused it was answered. */
  async upTo(found: ReadCase, seq: number): Promise<ReadCase> {
    const events = found.events.filter((event) => event.seq <= seq);
    if (events.length === found.events.length || events.length === 0) return found;
    return { ...found, events, state: await this.fold(found.caseNo, found.rules, events) };
  }

  private async fold(caseNo: string, rules: ItemRules, events: CaseEvent[]): Promise<CaseState> {
    const [first] = events;
    const version = first?.type === 'caseOpened' ? first.data.calendarVersion : undefined;
    const calendar = version ? await this.calendars.byVersion(version) : await this.calendars.newest();
    return foldCase({ caseNo, rules, calendar }, events);
  }

  private async rulesOf([first]: CaseEvent[]): Promise<ItemRules> {
    if (first?.type === 'caseRestored') return first.data.state.rules;
    if (first?.type !== 'caseOpened') throw new Error('a journal must begin with its opening');
    return this.rules.byHash(first.data.rulesHash);
  }
}
