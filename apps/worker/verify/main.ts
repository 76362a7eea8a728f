import { Client } from '@temporalio/client';
import { pino } from 'pino';
import { Pool } from 'pg';
import { readSettings } from '../settings';
import { connectTemporal } from '../temporal/connect';
import { checkJournal } from './check-journal';
import { checkWorkflows } from './check-workflows';
import type { Difference } from './difference';
import { createJournalStore } from './journal.store';

/**
 * `npm run verify`: whether the journal is whole, whether what people read follows from it, and whether every open case has its workflow.
 * Changes nothing. Ends with 0 when all agrees, 1 when something differs, 2 when it could not look.
 */
async function main(): Promise<number> {
  // It asks no outside system and decrypts nothing, so it needs neither their addresses nor the keys.
  const settings = readSettings({ SANDBOX_URL: 'http://unused', KEYS_PATH: 'unused', ...process.env });
  const pool = new Pool({ connectionString: settings.databaseUrl, max: 4, options: '-c timezone=UTC' });
  try {
    const journal = await checkJournal(createJournalStore(pool), (done) => {
      if (done % 10_000 === 0) process.stderr.write(`${done} cases …\n`);
    });
    report(`日志与视图：${journal.checked} 件`, journal.differences);
    const connection = await connectTemporal(settings.temporal, pino({ level: 'silent' }));
    const client = new Client({ connection, namespace: settings.temporal.namespace });
    const workflows = await checkWorkflows(pool, client);
    report(`在办办件与流程：${workflows.checked} 件`, workflows.differences);
    await connection.close();
    return journal.differences.length + workflows.differences.length === 0 ? 0 : 1;
  } finally {
    await pool.end();
  }
}

/** More than this on one subject is better looked up in the database. */
const mostLines = 200;

function report(title: string, differences: Difference[]): void {
  process.stdout.write(`${title}，${differences.length === 0 ? '全部一致' : `${differences.length} 处不一致`}\n`);
  for (const { kind, caseNo, detail } of differences.slice(0, mostLines)) {
    process.stdout.write(`  ${kind}  ${caseNo}  ${detail}\n`);
  }
  if (differences.length > mostLines) process.stdout.write(`  … ${differences.length - mostLines} more\n`);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
