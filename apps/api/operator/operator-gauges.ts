import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Database } from '../platform/database/database';
import { Metrics } from '../platform/metrics/metrics';
import { Operator } from './operator.service';

const keptMs = 15_000;

/** What is scraped besides the routes: cases by class, queues, beats, outside systems, alarms. Made on scrape, from the tables. */
@Injectable()
export class OperatorGauges implements OnModuleInit {
  private counted: { at: number; rows: Promise<{ agency: string; class: string; cases: number }[]> } | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly operator: Operator,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.gauge('due_process_open_cases', 'Open cases by class', ['agency', 'class'], async (gauge) => {
      for (const { agency, class: id, cases } of await this.classes()) gauge.set({ agency, class: id }, cases);
    });
    this.gauge(
      'due_process_queue_backlog',
      'Tasks that wait, as the sweep last saw',
      ['queue', 'type'],
      async (gauge) => {
        for (const { queue, type, backlog } of (await this.operator.state()).queues)
          gauge.set({ queue, type }, backlog);
      },
    );
    this.gauge('due_process_workers_alive', 'Worker processes whose beat is fresh', [], async (gauge) =>
      gauge.set((await this.operator.state()).workers.filter(({ alive }) => alive).length),
    );
    this.gauge('due_process_outside_waiting', 'Cases that wait for an outside system', ['system'], async (gauge) => {
      for (const { id, waiting } of (await this.operator.state()).outside) gauge.set({ system: id }, waiting);
    });
    this.gauge('due_process_alarm', 'Alarms that stand', ['alarm'], async (gauge) => {
      for (const { id } of (await this.operator.state()).alarms) gauge.set({ alarm: id }, 1);
    });
    this.gauge('due_process_sweep_age_seconds', 'Seconds since the engine was last looked at', [], async (gauge) =>
      gauge.set((await this.operator.state()).numbers.sweepSeconds ?? 0),
    );
  }

  /** A database that is away leaves the gauges empty; the scrape itself must not fail. */
  private gauge(name: string, help: string, labelNames: string[], collect: (gauge: Gauge) => Promise<void>): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [],
      async collect() {
        this.reset();
        await collect(this as unknown as Gauge).catch(() => undefined);
      },
    });
    this.metrics.registry.registerMetric(gauge as Gauge);
  }

  private classes() {
    if (!this.counted || Date.now() - this.counted.at > keptMs) {
      const rows = this.database.query<{ agency: string; class: string; cases: number }>(
        'select agency, class, count(*)::int as cases from case_class group by agency, class',
      );
      this.counted = { at: Date.now(), rows };
    }
    return this.counted.rows;
  }
}
