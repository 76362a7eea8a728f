import { Injectable } from '@nestjs/common';
import type { Actor, CaseEvent, CaseState, ItemRules } from '@due-process/contracts';
import { evolve, foldCase, isCaseNumber, partiesOf } from '@due-process/domain';
import { CalendarShelf } from '../calendars/calendar-shelf';
import { allow } from '../platform/access/allow';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { eventOf, type EventRow } from './event-row';
import { KnownCases, type KnownCase } from './known-cases';
import { maskedOf, type MaskedPerson, type MaskedRow } from './person.store';
import { RulesStore } from './rules.store';

/** A case as the journal tells it. `holder`: the account that registered it. */
export interface ReadCase {
  caseNo: string;
  agency: string;
  personId: string;
  person?: MaskedPerson;
  ended: boolean;
  holder: string;
  events: CaseEvent[];
  rules: ItemRules;
  state: CaseState;
}

interface Row extends MaskedRow {
  agency: string;
  person_id: string;
  ended: boolean;
  holder: string | null;
  known: number;
  events: EventRow[] | null;
  hash: string | null;
}

/**
 * One round trip: the row, the person's masks, and the live events in order; only those after $2 when the event of that number is still the one of
 * hash $3.
 */
const readCase = {
  name: 'read_case',
  text: `
  select f.agency, f.person_id, f.ended, o.account_id as holder, p.name_masked, p.id_number_masked, p.phone_masked,
         known.seq as known, journal.events,
         (select encode(hash, 'hex') from case_event
           where case_no = f.case_no and voided_at is null and seq > known.seq order by seq desc limit 1) as hash
    from case_file f
    left join opening o on o.case_no = f.case_no
    left join person p on p.id = f.person_id
    cross join lateral (
      select coalesce(max(seq), 0) as seq from case_event
       where case_no = f.case_no and seq = $2 and voided_at is null and hash = decode($3, 'hex')) known
    cross join lateral (
      select json_agg(json_build_array(seq, version, type, data, actor, occurred_on, recorded_at,
                                       command_key, command_mac, command_action) order by seq) as events
        from case_event where case_no = f.case_no and voided_at is null and seq > known.seq) journal
   where f.case_no = $1`,
};

@Injectable()
export class CaseReader {
  private readonly known = new KnownCases();

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
    const before = this.known.find(caseNo);
    const [row] = await this.database.prepared<Row>(readCase, [caseNo, before?.state.seq ?? 0, before?.hash ?? '']);
    if (!row) return undefined;
    const known = await this.knownNow(caseNo, row, row.known > 0 ? before : undefined);
    if (!known) return undefined;
    const { events, rules, state } = known;
    const person = maskedOf(row);
    return {
      caseNo,
      agency: row.agency,
      personId: row.person_id,
      ...(person ? { person } : {}),
      ended: row.ended,
      holder: row.holder ?? '',
      events,
      rules,
      state,
    };
  }

  /** The case as it was right after an event: what the command that caused it was answered. */
  async upTo(found: ReadCase, seq: number): Promise<ReadCase> {
    const events = found.events.filter((event) => event.seq <= seq);
    if (events.length === found.events.length || events.length === 0) return found;
    return { ...found, events, state: await this.fold(found.caseNo, found.rules, events) };
  }

  /** What was known before, folded on by what came since; without it, everything from the first event. */
  private async knownNow(caseNo: string, row: Row, before: KnownCase | undefined): Promise<KnownCase | undefined> {
    const since = (row.events ?? []).map(eventOf);
    if (since.length === 0) return before;
    const hash = row.hash ?? '';
    const rules = before?.rules ?? (await this.rulesOf(since));
    const known = before
      ? { events: [...before.events, ...since], rules, state: since.reduce(evolve, before.state), hash }
      : { events: since, rules, state: await this.fold(caseNo, rules, since), hash };
    this.known.keep(caseNo, known);
    return known;
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
