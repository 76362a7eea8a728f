import {
  VERSION_EVENTS,
  type CaseEvent,
  type CaseState,
  type ClockState,
  type EventData,
  type EventType,
  type Instant,
  type IsoDate,
} from '@due-process/contracts';
import { lastDayInTime } from '../clock';
import { dueDateOf, isRunning, newClock, termOf, usedDaysOf } from './clocks';
import { applies, clockRule, owedMaterials } from './conditions';
import { evolve } from './evolve';

/** Who acts, when it is recorded, and the true date of the act. */
export interface Occasion {
  by: string;
  at: Instant;
  on: IsoDate;
  command?: CaseEvent['command'];
}

/** `on`: the true date that what follows from the events carries. */
export interface Change {
  events: CaseEvent[];
  state: CaseState;
  on: IsoDate;
}
/**
 * A case being changed: each event is applied at once, so that what follows from it sees the state after it. Facts start and meet clocks here
 * and nowhere else (Civil Code 201–203; each limit names the fact that starts it, meets it and stops it).
 */
export class Draft {
  readonly events: CaseEvent[] = [];

  constructor(
    public state: CaseState,
    public occasion: Occasion,
  ) {}

  emit<K extends EventType>(type: K, data: EventData[K], occurredOn = this.occasion.on): void {
    const { by, at, command } = this.occasion;
    const event = {
      type,
      data,
      seq: this.state.seq + 1,
      version: this.state.version + (VERSION_EVENTS.has(type) ? 1 : 0),
      by,
      occurredOn,
      recordedAt: at,
      ...(command ? { command } : {}),
    } as CaseEvent;
    this.events.push(event);
    this.state = evolve(this.state, event);
  }

  change(): Change {
    return { events: this.events, state: this.state, on: this.occasion.on };
  }

  /** A fact has come about on a date: clocks it meets end, clocks it starts begin. */
  fact(name: string, on = this.occasion.on): void {
    for (const clock of Object.values(this.state.clocks))
      if (isRunning(clock) && clockRule(this.state, clock.id).metBy.includes(name)) this.endClock(clock.id, on);
    for (const rule of this.state.rules.clocks) {
      if (rule.startsOn !== name || !applies(rule, this.state)) continue;
      if (rule.kind === 'commitment' && owedMaterials(this.state).length === 0) continue;
      const running = this.state.clocks[rule.id];
      if (running && isRunning(running)) this.endClock(rule.id, on, 'cancelled');
      this.emit('clockStarted', { clock: newClock(this.state, rule, on, this.occasion.at) }, on);
    }
  }

  /** Ends a clock: in time or overrun, frozen with the days it used; or cancelled, when what it measured will not come about. */
  endClock(id: string, on: IsoDate, cancelled?: 'cancelled'): void {
    const clock = this.state.clocks[id];
    if (!clock || !isRunning(clock)) return;
    const used = usedDaysOf(this.state, clock, on < clock.startedOn ? clock.startedOn : on);
    const { calendar, pauses } = termOf(this.state, clock);
    const inTime = lastDayInTime(clock.dueOn, calendar, pauses) ?? on;
    const state = cancelled ?? (on > inTime ? 'overrun' : 'met');
    this.emit('clockEnded', { id, state, endedOn: on, used }, on);
  }

  /** The due date a clock would have with this extension. */
  dueDateWith(clock: ClockState, extendedBy: number): IsoDate {
    return dueDateOf(this.state, { ...clock, extendedBy });
  }

  /** Recomputes running clocks after the ledger, the calendar or the limit changed; emits for those whose date moves. */
  redate(cause: EventData['clockRedated']['cause']): void {
    for (const clock of Object.values(this.state.clocks)) {
      if (!isRunning(clock)) continue;
      const dueOn = dueDateOf(this.state, clock);
      if (dueOn !== clock.dueOn)
        this.emit('clockRedated', { id: clock.id, dueOn, calendarVersion: this.state.calendar.version, cause });
    }
  }

  /** A document with the next number of this case: case number, D, two digits. */
  document(type: string, data: Record<string, unknown> = {}): string {
    const rule = this.state.rules.documents.find((one) => one.type === type);
    const documentNo = `${this.state.caseNo}-D${serial(this.state.counters.document)}`;
    this.emit('documentIssued', {
      document: { documentNo, type, name: rule?.name ?? type, issuedOn: this.occasion.on, data },
    });
    return documentNo;
  }

  nextLetterNo(): string {
    return `${this.state.caseNo}-L${serial(this.state.counters.letter)}`;
  }
}

const serial = (last = 0): string => String(last + 1).padStart(2, '0');
