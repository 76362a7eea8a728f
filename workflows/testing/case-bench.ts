import { Client, WithStartWorkflowOperation, type WorkflowStartOptions } from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import {
  CASE_WORKFLOW,
  caseWorkflowId,
  EFFECT_NAMES,
  EFFECT_QUEUE,
  UPDATE_OPEN,
  type CaseStart,
  type CommandAnswer,
  type EffectInput,
  type EffectName,
  type EffectResult,
  type OpenCommand,
} from '@due-process/contracts';
import { createDataConverter, testKeys } from '@due-process/secrets';
import { CaseOnBench } from './case-on-bench';
import { MemoryJournal } from './memory-journal';
import { calendar } from './people';
import { ensureBenchNamespace } from './server-namespace';
import { workflowBundle, type BundleKind } from './workflow-bundle';

export type EffectPlay = Record<EffectName, (effect: EffectInput) => Promise<EffectResult>>;
const done = async (): Promise<EffectResult> => ({ outcome: 'done', data: {} });
export const allDone = (): EffectPlay =>
  Object.fromEntries(EFFECT_NAMES.map((name) => [name, done])) as unknown as EffectPlay;

/** Histories are published: nothing of the machine stands in them. */
const identity = 'bench';

export interface BenchOptions {
  bundle?: BundleKind;
  /** `skipping`: time is skipped while nothing happens. `real`: the server of the deployment, for what the other does not know. */
  server?: 'skipping' | 'real';
}

/** A server, a worker with the real workflow code and the real codec, a journal in memory and effects that a test can play. */
export class CaseBench {
  readonly journal = new MemoryJournal(calendar);
  /** Replace one to make the outside slow, refuse or fail. */
  effects: EffectPlay = allDone();
  /** Every call that reached the outside, in order. */
  readonly asked: { name: EffectName; effect: EffectInput }[] = [];
  private workers: Worker[] = [];
  private running: Promise<unknown>[] = [];

  private constructor(
    readonly env: TestWorkflowEnvironment,
    private readonly bundle: BundleKind,
  ) {}

  static async start({ bundle = 'test', server = 'skipping' }: BenchOptions = {}): Promise<CaseBench> {
    quiet();
    const bench = new CaseBench(await environment(server), bundle);
    await bench.deploy(await workflowBundle(bundle));
    return bench;
  }

  get client(): TestWorkflowEnvironment['client'] {
    return this.env.client;
  }

  /**
   * What a run that is over gave back. Asked by a client of its own: the one of the skipping server lets ten years pass while it waits for a result.
   */
  async resultOf(workflowId: string): Promise<unknown> {
    const { connection, namespace } = this.env;
    const client = new Client({
      connection,
      namespace: namespace ?? 'default',
      dataConverter: createDataConverter(testKeys()),
    });
    return client.workflow.getHandle(workflowId).result();
  }

  /** Replaces the workers, as a release does. */
  async deploy(code?: { code: string }): Promise<void> {
    await this.halt();
    const common = {
      connection: this.env.nativeConnection,
      namespace: this.env.namespace ?? 'default',
      dataConverter: createDataConverter(testKeys()),
      identity,
      // What a test leaves hanging must not hold up its end.
      shutdownForceTime: '5s',
    };
    const { journal } = this;
    const cases = await Worker.create({
      ...common,
      taskQueue: 'cases',
      workflowBundle: code ?? (await workflowBundle(this.bundle)),
      activities: { record: journal.record.bind(journal), readCalendar: journal.readCalendar.bind(journal) },
      stickyQueueScheduleToStartTimeout: '1s',
      // By default 90 characters, written into every task of every history.
      buildId: 'bench',
    });
    const effects = await Worker.create({ ...common, taskQueue: EFFECT_QUEUE, activities: this.play() });
    this.workers = [cases, effects];
    this.running = this.workers.map((worker) => worker.run());
  }

  private play(): EffectPlay {
    const through = (name: EffectName) => (effect: EffectInput) => {
      this.asked.push({ name, effect });
      return this.effects[name](effect);
    };
    return Object.fromEntries(EFFECT_NAMES.map((name) => [name, through(name)])) as unknown as EffectPlay;
  }

  private async halt(): Promise<void> {
    for (const worker of this.workers) worker.shutdown();
    await Promise.all(this.running);
    this.workers = [];
  }

  async stop(): Promise<void> {
    await this.halt();
    await this.env.teardown();
  }

  /** Starts the run if there is none and opens the case, as the API does. */
  async open(start: CaseStart, command: OpenCommand): Promise<CaseOnBench> {
    await this.opening(start, command);
    return this.caseOf(start);
  }

  opening(
    start: CaseStart,
    command: OpenCommand,
    more: Partial<WorkflowStartOptions> = {},
    updateId = command.key,
  ): Promise<CommandAnswer> {
    const startWorkflowOperation = new WithStartWorkflowOperation(CASE_WORKFLOW, {
      workflowId: caseWorkflowId(start.caseNo),
      taskQueue: 'cases',
      args: [start],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      ...more,
    });
    return this.client.workflow.executeUpdateWithStart<Workflow, CommandAnswer, [OpenCommand]>(UPDATE_OPEN, {
      args: [command],
      updateId,
      startWorkflowOperation,
    });
  }

  /** Starts a run from a state, as the rebuilding of a lost one does. */
  async rebuild(start: CaseStart): Promise<CaseOnBench> {
    await this.client.workflow.start(CASE_WORKFLOW, {
      workflowId: caseWorkflowId(start.caseNo),
      taskQueue: 'cases',
      args: [{ ...start, reason: 'rebuilt' }],
    });
    return this.caseOf(start);
  }

  caseOf(start: CaseStart): CaseOnBench {
    return new CaseOnBench(this, this.client.workflow.getHandle(caseWorkflowId(start.caseNo)), start);
  }
}

async function environment(server: 'skipping' | 'real'): Promise<TestWorkflowEnvironment> {
  const client = { dataConverter: createDataConverter(testKeys()), identity };
  if (server === 'real') {
    const address = process.env.TEMPORAL_ADDRESS;
    if (!address) throw new Error('TEMPORAL_ADDRESS names the server; npm test provides it');
    const namespace = await ensureBenchNamespace(address);
    return TestWorkflowEnvironment.createFromExistingServer({ address, namespace, client });
  }
  const path = process.env.TEMPORAL_TEST_SERVER;
  if (!path) throw new Error('TEMPORAL_TEST_SERVER names the time-skipping server; npm test provides it');
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
    client,
  });
}

let installed = false;
function quiet(): void {
  if (installed) return;
  installed = true;
  const level = process.env.BENCH_LOG === undefined ? 'ERROR' : 'INFO';
  Runtime.install({
    logger: new DefaultLogger(
      process.env.BENCH_LOG === undefined ? 'ERROR' : 'INFO',
      ({ level: of, message, meta }) => {
        if (process.env.BENCH_LOG !== undefined) console.error(of, message, meta);
      },
    ),
    telemetryOptions: { logging: { filter: level, forward: {} } },
  });
}
