import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { dataSource } from '@due-process/entities';
import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/config';

/** A statement of every day: its name stands for this text alone, so each connection parses it once. */
export interface Statement {
  name: string;
  text: string;
}

/**
 * The process's one pool. Connected on first use and again after an outage, so that the API starts and answers 503 while Postgres is
 * away. Limits: 3 s to get a connection, 8 s for a statement: every answer comes within 10 s. A connection is kept while nobody needs it: a new one
 * costs both sides as much as fifty statements, and knows none of them.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private opening: Promise<DataSource> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  source(): Promise<DataSource> {
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const source = await this.source();
    return source.query(sql, parameters);
  }

  /** Straight to the driver: rows as they come, errors as the database names them. */
  async prepared<Row extends object>(statement: Statement, values: unknown[]): Promise<Row[]> {
    const { driver } = await this.source();
    const { master: pool } = driver as typeof driver & { master: Pool };
    const { rows } = await pool.query<Row>({ ...statement, values });
    return rows;
  }

  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const source = await this.source();
    return source.transaction(work);
  }

  async onApplicationShutdown(): Promise<void> {
    const source = await this.opening?.catch(() => undefined);
    if (source?.isInitialized) await source.destroy();
  }

  private async open(): Promise<DataSource> {
    const source = dataSource(this.config.databaseUrl, 20);
    source.setOptions({
      extra: {
        connectionTimeoutMillis: 3000,
        idleTimeoutMillis: 300_000,
        statement_timeout: 8000,
        query_timeout: 9000,
        idle_in_transaction_session_timeout: 15_000,
        application_name: 'due-process-api',
      },
    });
    return source.initialize();
  }
}

/** The same within a transaction, on its connection. */
export async function preparedIn<Row extends object>(
  manager: EntityManager,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  if (!manager.queryRunner) throw new Error('a statement of a transaction needs one');
  const connection = (await manager.queryRunner.connect()) as Pick<Pool, 'query'>;
  const { rows } = await connection.query<Row>({ ...statement, values });
  return rows;
}
