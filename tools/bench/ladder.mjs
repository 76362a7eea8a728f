import { setTimeout as pause } from 'node:timers/promises';
import { openLoop } from './open-loop.mjs';
import { openCase } from './product.mjs';

const minuteMs = 60_000;
const patience = 120_000;
const rowsOf = `'bench-%'`;

/**
 * Thousands of rungs that fall on one instant, while clerks work (design: all in the inboxes within 10 s, the clerks' p99 at most
 * doubled, none lost or doubled). The cases are copies, in the tables that telling reads, of two that were opened over HTTP: one whose
 * task is claimed, which tells the clerk, and one whose task nobody holds, which tells the head.
 */
export async function ladder({ desks, pool, rungs, rate, progress }) {
  const desk = desks[0];
  const unclaimed = await openCase(desk);
  const opened = await openCase(desk);
  const claimed = await desk.window.act(opened, 'claim');
  return progress.step(`催督办 ${rungs} 条同时到期`, async (detail) => {
    const load = openLoop({ desks, rate });
    const calmFrom = performance.now() + 5000;
    await pause(5000);
    const half = Math.ceil(rungs / 2);
    await copies(pool, claimed.caseNo, 1, half);
    await copies(pool, unclaimed.caseNo, half + 1, rungs);
    await pool.query('analyze case_file, task, clock, rung');
    detail('办件已备好，等待下一分钟');
    const insertedBy = performance.now();
    await pause(15_000);
    const calm = load.between(calmFrom, insertedBy).concat(load.between(insertedBy + 2000, performance.now()));

    const due = new Date(Math.ceil((Date.now() + 5000) / minuteMs) * minuteMs);
    await pool.query(
      `insert into rung (case_no, clock_id, arming, rung, falls_on, at, receivers, sms, state)
       select case_no, id, arming, 'bench', ($1::timestamptz at time zone 'Asia/Shanghai')::date, $1, '{holder}', false, 'pending'
         from clock where case_no like ${rowsOf} and state = 'running'
           and id = (select min(id) from clock c where c.case_no = clock.case_no and c.state = 'running')`,
      [due],
    );
    await pause(Math.max(0, due.getTime() - Date.now()));
    const from = performance.now();
    let told = 0;
    while (told < rungs && performance.now() - from < patience) {
      told = await counted(pool, 'message', `key like 'rung:%'`);
      detail(`${told} 条已送达`);
      if (told < rungs) await pause(100);
    }
    const seconds = (performance.now() - from) / 1000;
    await pause(minuteMs + 10_000 - (performance.now() - from));
    const busy = load.between(from, from + Math.max(10_000, seconds * 1000));
    await load.stop();
    return {
      wanted: rungs,
      told: await counted(pool, 'message', `key like 'rung:%'`),
      escalated: await counted(pool, 'escalation', 'true'),
      pending: await counted(pool, 'rung', `rung = 'bench' and state <> 'fired'`),
      seconds,
      calm: calm.map(({ took }) => took),
      busy: busy.map(({ took }) => took),
      failures: load.acts.flatMap(({ failure }) => failure ?? []),
    };
  });
}

async function counted(pool, table, where) {
  const { rows } = await pool.query(
    `select count(*)::int as n from ${table} where case_no like ${rowsOf} and ${where}`,
  );
  return rows[0].n;
}

/** Rows of one case under other numbers. */
async function copies(pool, caseNo, from, to) {
  for (const table of ['case_file', 'task', 'clock']) {
    const { rows } = await pool.query(
      `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as names from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and column_name <> 'case_no'`,
      [table],
    );
    const { names } = rows[0];
    await pool.query(
      `insert into ${table} (case_no, ${names})
       select 'bench-' || n, ${names} from ${table}, generate_series($2::int, $3::int) n where case_no = $1`,
      [caseNo, from, to],
    );
  }
}
