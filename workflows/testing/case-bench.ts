import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import {
  CASE_WORKFLOW,
  caseWorkflowId,
  EFFECT_QUEUE,
  QUERY_STATE,
  UPDATE_ACT,
  UPDATE_OPEN,
  UPDATE_TELL,
  type ActCommand,
  type Actor,
  type CaseStart,
  type CaseState,
  type CommandAnswer,
  type EffectInput,
  type EffectResult,
  type LetterEnvelope,
  type OpenCommand,
  type OutsideMessage,
} from '@due-process/contracts';
import { MemoryJournal } from './memory-journal';

export type EffectPlay = Record<string, (effect: EffectInput) => Promise<EffectResult>>;

const done = async (): Promise<EffectResult> => ({ outcome: 'done', data: {} });
let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** A time-skipping server, a worker with the real workflow code, a journal in memory and effects that a test can play. */
export class CaseBench {
  readonly effects: EffectPlay = {
    deliverLetter: done,
    sendReceipt: done,
    settleAccount: done,
    registerTransferIn: done,
  };
  private workers: Worker[] = [];
  private running: Promise<unknown>[] = [];

  private constructor(
    readonly env: TestWorkflowEnvironment,
    readonly journal: MemoryJournal,
  ) {}

  static async start(calendar: CaseStart['calendar']): Promise<CaseBench> {
    const path = process.env.TEMPORAL_TEST_SERVER;
    if (!path) throw new Error('TEMPORAL_TEST_SERVER names the time-skipping server; npm test provides it');
    const env = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path } },
    });
    const bench = new CaseBench(env, new MemoryJournal(calendar));
    await bench.startWorkers();
    return bench;
  }

  private async startWorkers(): Promise<void> {
    bundle ??= bundleWorkflowCode({ workflowsPath: require.resolve('../index') });
    const connection = this.env.nativeConnection;
    const play = Object.fromEntries(
      ['deliverLetter', 'sendReceipt', 'settleAccount', 'registerTransferIn'].map((name) => [
        name,
        (effect: EffectInput) => (this.effects[name] ?? done)(effect),
      ]),
    );
    const journal = this.journal;
    const cases = await Worker.create({
      connection,
      taskQueue: 'cases',
      workflowBundle: await bundle,
      activities: { record: journal.record.bind(journal), readCalendar: journal.readCalendar.bind(journal) },
    });
    const effects = await Worker.create({ connection, taskQueue: EFFECT_QUEUE, activities: play });
    this.workers = [cases, effects];
    this.running = this.workers.map((worker) => worker.run());
  }

  async stop(): Promise<void> {
    for (const worker of this.workers) worker.shutdown();
    await Promise.all(this.running);
    await this.env.teardown();
  }

  async open(start: CaseStart, command: OpenCommand): Promise<CaseOnBench> {
    const startOperation = new WithStartWorkflowOperation(CASE_WORKFLOW, {
      workflowId: caseWorkflowId(start.caseNo),
      taskQueue: 'cases',
      args: [start],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    await this.env.client.workflow.executeUpdateWithStart(UPDATE_OPEN, {
      args: [command],
      updateId: command.key,
      startWorkflowOperation: startOperation,
    });
    return new CaseOnBench(this, this.env.client.workflow.getHandle(caseWorkflowId(start.caseNo)), start);
  }
}

/** One case of a bench, acted on as the API would. */
export class CaseOnBench {
  constructor(
    private readonly bench: CaseBench,
    readonly handle: WorkflowHandle,
    readonly start: CaseStart,
  ) {}

  state(): Promise<CaseState> {
    return this.handle.query<CaseState>(QUERY_STATE);
  }

  async act(
    actor: Actor,
    action: string,
    input: ActCommand['input'] = {},
    more: Partial<ActCommand> = {},
  ): Promise<CommandAnswer> {
    const key = more.key ?? randomUUID();
    const expectedVersion = more.expectedVersion ?? (await this.state()).version;
    const command: ActCommand = { actor, action, input, key, bodyMac: 'mac', expectedVersion, ...more };
    return this.handle.executeUpdate<CommandAnswer, [ActCommand]>(UPDATE_ACT, { args: [command], updateId: key });
  }

  tell(message: OutsideMessage): Promise<CommandAnswer> {
    return this.handle.executeUpdate<CommandAnswer, [OutsideMessage]>(UPDATE_TELL, { args: [message] });
  }

  letter(
    letter: Partial<LetterEnvelope> & Pick<LetterEnvelope, 'letterNo' | 'type'>,
    receivedOn: string,
  ): Promise<CommandAnswer> {
    const envelope: LetterEnvelope = {
      fromAgency: '370200',
      toAgency: this.start.rules.agency,
      subject: 's',
      issuedOn: receivedOn,
      body: {},
      ...letter,
    };
    return this.tell({ type: 'letterArrived', letter: envelope, receivedOn });
  }

  sleep(duration: string | number): Promise<void> {
    return this.bench.env.sleep(duration);
  }

  types(): string[] {
    return this.bench.journal.events(this.start.caseNo).map((event) => event.type);
  }
}
