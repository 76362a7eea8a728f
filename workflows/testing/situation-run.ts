import {
  roleNames,
  type Actor,
  type CaseEvent,
  type CaseState,
  type CommandAnswer,
  type FormValue,
  type ItemRules,
  type KnownFact,
  type MaterialState,
  type OpenCommand,
  type Role,
} from '@due-process/contracts';
import { foldCase } from '@due-process/domain';
import { loadCatalog, loadShippedCalendar, type Situation } from '@due-process/catalog';
import { caseWorkflow } from '../case.workflow';
import { InProcessEngine } from './in-process-engine';
import { MemoryJournal } from './memory-journal';

type Step = Situation['steps'][number];
type Facts = Record<string, string>;
/** What a step did: its events, or the code with which it was refused. */
export interface Answer {
  events: CaseEvent[];
  refusal?: string;
}

const catalog = loadCatalog();
const { calendar } = loadShippedCalendar();
const at = (on: string): number => Date.parse(`${on}T02:00:00.000Z`);
/** Every post but the system itself, which may do everything. */
const posts = (Object.keys(roleNames) as Role[]).filter((role) => role !== 'system');

/** Ids of the checklist or of an alternative, as material states. */
function ticked(rules: ItemRules, ids: string[], status: MaterialState['status']): MaterialState[] {
  return ids.map((id) => {
    const rule = rules.materials.find((one) => one.id === id || one.alternatives?.some((other) => other.id === id));
    if (!rule) throw new Error(`no material ${id}`);
    return { id: rule.id, status, ...(rule.id === id ? {} : { alternative: id }) };
  });
}

function valuesOf(input: Record<string, unknown>): Record<string, FormValue> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      name === 'otherPlace' ? { code: String(value), name: '对方统筹地区' } : (value as FormValue),
    ]),
  );
}

/** One situation of the catalogue on the product's own workflow code, with the catalogue's rules, calendar and the situation's days. */
export class SituationRun {
  readonly rules: ItemRules;
  private readonly hash: string;
  private readonly journal = new MemoryJournal(calendar);
  private readonly engine: InProcessEngine;
  private readonly caseNo: string;
  /** What went wrong in the run itself: never to be passed over. */
  failure?: unknown;
  /** Effects under way, by name, with what the outside would answer. */
  private readonly outside: { name: string; answer: (result: unknown) => void }[] = [];

  constructor(
    private readonly situation: Situation,
    clock: { now(): number; set(at: number): void },
  ) {
    const pinned = catalog.rules(situation.item);
    if (!pinned) throw new Error(`no item ${situation.item}`);
    this.rules = pinned.rules;
    this.hash = pinned.hash;
    this.caseNo = `${this.rules.agency}001202603020000010`;
    clock.set(at(situation.receivedOn));
    this.engine = new InProcessEngine(clock);
    const { journal } = this;
    const settled = async () => ({ outcome: 'done', data: {} });
    const played = (name: string) => () => new Promise((answer) => this.outside.push({ name, answer }));
    this.engine.activities = new Proxy(
      { record: journal.record.bind(journal), deliverLetter: settled, sendReceipt: settled },
      { get: (known, name: string) => (name in known ? known[name as keyof typeof known] : played(name)) },
    ) as unknown as InProcessEngine['activities'];
  }

  get start() {
    return { caseNo: this.caseNo, rules: this.rules, calendar };
  }
  get state(): CaseState {
    return foldCase(this.start, this.events);
  }
  get events(): CaseEvent[] {
    return this.journal.events(this.caseNo);
  }

  private actor(id = 'everyone'): Actor {
    const { rules, situation } = this;
    const units = [situation.office, ...catalog.units(rules.agency).map((unit) => unit.id)];
    return { id, roles: posts, units, agency: rules.agency };
  }

  private facts(values: Facts, on: string): KnownFact[] {
    return this.rules.facts.map(({ id, accepted }) => ({
      id,
      value: values[id] ?? '',
      holds: accepted.includes(values[id] ?? ''),
      source: '核心业务平台',
      at: new Date(at(on)).toISOString(),
    }));
  }

  async open(): Promise<Answer> {
    const { situation, rules } = this;
    void caseWorkflow(this.start).catch((reason: unknown) => (this.failure = reason));
    const command: OpenCommand = {
      actor: this.actor(),
      key: 'open',
      bodyMac: 'open',
      officeId: situation.office,
      channel: situation.channel,
      ...(situation.variant === undefined ? {} : { variant: situation.variant }),
      applicant: {
        personId: 'p1',
        kind: situation.applicant ?? catalog.published(rules.code)?.applicantKinds[0]?.id ?? '',
        masked: '张*',
        subject: 's',
      },
      form: valuesOf(situation.form),
      materials: [
        ...ticked(rules, situation.materials, 'received'),
        ...ticked(rules, situation.shared ?? [], 'shared'),
        ...ticked(rules, situation.promised ?? [], 'promised'),
      ],
      facts: this.facts(situation.facts, situation.receivedOn),
      receivedOn: situation.receivedOn,
      rulesHash: this.hash,
      acceptNow: situation.atOnce === true,
    };
    return this.events.length > 0 ? { events: [] } : this.told(() => this.engine.update('open', command));
  }

  async play(step: Step, index: number): Promise<Answer> {
    return this.told(async () => {
      await this.engine.advanceTo(at(step.on));
      if (step.act) await this.act(step, index);
      else if (step.letter) await this.letter(step.letter, step.on);
      else if (step.effect) await this.answer(step);
    });
  }

  private act(step: Step, index: number): Promise<unknown> {
    const { materials, ...input } = step.input ?? {};
    const listed = Array.isArray(materials) ? { materials: ticked(this.rules, materials, 'received') } : {};
    return this.engine.update('act', {
      actor: this.actor(step.by),
      action: step.act ?? '',
      input: { ...valuesOf(input), ...listed },
      key: `act-${index}`,
      bodyMac: `act-${index}`,
      expectedVersion: this.state.version,
      ...(step.facts ? { facts: this.facts(step.facts, step.on) } : {}),
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

  private async answer(step: Step): Promise<void> {
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
