import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import {
  QUERY_STATE,
  UPDATE_ACT,
  UPDATE_TELL,
  type ActCommand,
  type Actor,
  type Batch,
  type CaseEvent,
  type CaseStart,
  type CaseState,
  type CommandAnswer,
  type EventType,
  type IsoDate,
  type LetterEnvelope,
  type OutsideMessage,
} from '@due-process/contracts';
import { foldCase } from '@due-process/domain';
import type { MemoryJournal } from './memory-journal';

export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>;

/** What a case needs of its bench. */
interface Surroundings {
  journal: MemoryJournal;
  env: { sleep(duration: string | number): Promise<void> };
}

/** One case of a bench, acted on as the API would. */
export class CaseOnBench {
  constructor(
    private readonly bench: Surroundings,
    readonly handle: WorkflowHandle,
    readonly start: CaseStart,
  ) {}

  /** What the run holds in memory. */
  state(): Promise<CaseState> {
    return this.handle.query<CaseState>(QUERY_STATE);
  }

  /** What the journal tells, which is what people read. */
  told(): CaseState {
    return foldCase(this.start, this.events());
  }

  events(): CaseEvent[] {
    return this.bench.journal.events(this.start.caseNo);
  }
  batches(): Batch[] {
    return this.bench.journal.batches.get(this.start.caseNo) ?? [];
  }
  types(): string[] {
    return this.events().map((event) => event.type);
  }
  eventsOf<T extends EventType>(type: T): EventOf<T>[] {
    return this.events().filter((event): event is EventOf<T> => event.type === type);
  }

  command(actor: Actor, action: string, input: ActCommand['input'] = {}, more: Partial<ActCommand> = {}): ActCommand {
    const expectedVersion = more.expectedVersion ?? this.told().version;
    return { actor, action, input, key: randomUUID(), bodyMac: 'mac', expectedVersion, ...more };
  }

  send(command: ActCommand, updateId = command.key): Promise<CommandAnswer> {
    return this.handle.executeUpdate<CommandAnswer, [ActCommand]>(UPDATE_ACT, { args: [command], updateId });
  }

  act(
    actor: Actor,
    action: string,
    input: ActCommand['input'] = {},
    more: Partial<ActCommand> = {},
  ): Promise<CommandAnswer> {
    return this.send(this.command(actor, action, input, more));
  }

  /** Acts on a true date that lies behind. */
  actOn(on: IsoDate, actor: Actor, action: string, input: ActCommand['input'] = {}): Promise<CommandAnswer> {
    return this.act(actor, action, input, { occurredOn: on });
  }

  tell(message: OutsideMessage, updateId: string = randomUUID()): Promise<CommandAnswer> {
    return this.handle.executeUpdate<CommandAnswer, [OutsideMessage]>(UPDATE_TELL, { args: [message], updateId });
  }

  letter(
    letter: Partial<LetterEnvelope> & Pick<LetterEnvelope, 'letterNo' | 'type'>,
    receivedOn: IsoDate,
  ): Promise<CommandAnswer> {
    const { agency } = this.start.rules;
    const envelope: LetterEnvelope = {
      fromAgency: agency === '370600' ? '370200' : '370600',
      toAgency: agency,
      subject: 's',
      issuedOn: receivedOn,
      body: {},
      ...letter,
    };
    return this.tell({ type: 'letterArrived', letter: envelope, receivedOn }, envelope.letterNo);
  }

  /** Waits until letters and everything else that is outside has come back and is written. */
  async quiet(): Promise<CaseState> {
    for (const until = Date.now() + 60_000; ;) {
      const state = this.told();
      if (!Object.values(state.waits).some((wait) => wait.kind === 'effect')) return state;
      if (Date.now() > until) throw new Error(`effects of ${this.start.caseNo} do not come back`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  sleep(duration: string | number): Promise<void> {
    return this.bench.env.sleep(duration);
  }

  async history(): Promise<HistoryEvent[]> {
    return (await this.handle.fetchHistory()).events ?? [];
  }
}
