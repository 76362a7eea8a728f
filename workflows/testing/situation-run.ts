import type { CaseEvent, CaseState, CommandAnswer, ItemRules } from '@due-process/contracts';
import { foldCase } from '@due-process/domain';
import { loadShippedCalendar, type Situation } from '@due-process/catalog';
import { caseWorkflow } from '../case.workflow';
import { InProcessEngine, type Clock } from './in-process-engine';
import { MemoryJournal } from './memory-journal';
import { morningOf, SituationScript, type SituationStep } from './situation-script';

/** What a step did: its events, or the code with which it was refused. */
export interface Answer {
  events: CaseEvent[];
  refusal?: string;
}

const { calendar } = loadShippedCalendar();

/** One situation of the catalogue on the product's own workflow code, with the catalogue's rules, calendar and the situation's days. */
export class SituationRun {
  private readonly script: SituationScript;
  private readonly journal = new MemoryJournal(calendar);
  private readonly engine: InProcessEngine;
  /** What went wrong in the run itself: never to be passed over. */
  failure?: unknown;
  /** Effects under way, by name, with what the outside would answer. */
  private readonly outside: { name: string; answer: (result: unknown) => void }[] = [];

  constructor(situation: Situation, clock: Clock) {
    this.script = new SituationScript(situation);
    clock.set(morningOf(situation.receivedOn));
    this.engine = InProcessEngine.start(clock);
    const { journal } = this;
    const settled = async () => ({ outcome: 'done', data: {} });
    const played = (name: string) => () => new Promise((answer) => this.outside.push({ name, answer }));
    this.engine.activities = new Proxy(
      { record: journal.record.bind(journal), deliverLetter: settled, sendReceipt: settled },
      { get: (known, name: string) => (name in known ? known[name as keyof typeof known] : played(name)) },
    ) as unknown as InProcessEngine['activities'];
  }

  get rules(): ItemRules {
    return this.script.rules;
  }
  get state(): CaseState {
    return foldCase(this.script.start, this.events);
  }
  get events(): CaseEvent[] {
    return this.journal.events(this.script.start.caseNo);
  }

  async open(): Promise<Answer> {
    void caseWorkflow(this.script.start).catch((reason: unknown) => (this.failure = reason));
    return this.told(() => this.engine.update('open', this.script.opening()));
  }

  async play(step: SituationStep, index: number): Promise<Answer> {
    return this.told(async () => {
      await this.engine.advanceTo(morningOf(step.on));
      if (step.act) await this.act(step, index);
      else if (step.letter) await this.letter(step.letter, step.on);
      else if (step.effect) await this.answer(step);
      else if (step.round)
        await this.engine.update('tell', {
          type: 'roundOpened',
          round: step.round,
          period: 'next',
          on: step.on,
          ...(step.ahead ? { ahead: true } : {}),
        });
    });
  }

  private act(step: SituationStep, index: number): Promise<unknown> {
    return this.engine.update('act', {
      ...this.script.act(step),
      key: `act-${index}`,
      bodyMac: `act-${index}`,
      expectedVersion: this.state.version,
    });
  }

  private letter(type: string, on: string): Promise<unknown> {
    const { code } = this.state.form.otherPlace as { code: string };
    const letter = {
      letterNo: `other-${type}-${on}`,
      type,
      fromAgency: code,
      toAgency: this.rules.agency,
      subject: 's',
      issuedOn: on,
      body: {},
    };
    return this.engine.update('tell', { type: 'letterArrived', letter, receivedOn: on });
  }

  private async answer(step: SituationStep): Promise<void> {
    const index = this.outside.findIndex(({ name }) => name === step.effect);
    const [asked] = index < 0 ? [] : this.outside.splice(index, 1);
    if (!asked) throw new Error(`nothing waits for ${step.effect}`);
    asked.answer({ outcome: step.outcome ?? 'done', data: step.data ?? {} });
    await this.engine.settle();
  }

  /** Names of the effects that are waited for. */
  get asked(): string[] {
    return this.outside.map(({ name }) => name);
  }

  private async told(move: () => Promise<CommandAnswer | unknown>): Promise<Answer> {
    const from = this.events.length;
    try {
      await move();
    } catch (error) {
      const code = refusalOf(error);
      if (code === undefined) throw error;
      return { events: [], refusal: code };
    }
    if (this.failure) throw this.failure;
    return { events: this.events.slice(from) };
  }
}

const refusalOf = (error: unknown): string | undefined =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : undefined;
