/**
 * Rows of many made-up cases in the tables that people read: lists, boards and numbers cost with them what they cost in a city. There are no events and
 * no runs behind them, so such a case cannot be opened or acted on, and `npm run verify` names every one: for measuring only, on a database of its own.
 */
const rows = `
  select i, i <= $2 as open, '370600001' || to_char(day, 'YYYYMMDD') || lpad((case when i <= $2 then i / 60 else 50000 + i / 720 end)::text, 5, '0') || '0' as case_no,
         case when i % 10 < 7 then '370600' else '370200' end as agency, (array['YT-2.1','YT-2.2','YT-2.3','YT-3.2','YT-4.1','QD-3.1','QD-3.2'])[1 + i % 7] as item,
         (array['yantai-shizhi','zhifu','fushan','laishan','muping','shinan','shibei'])[1 + i % 7] as unit,
         (array['task','task','task','task','task','task','task','letter','letter','effect','until'])[1 + (i / 7) % 11] as waits,
         'scale-' || lpad((i % 300)::text, 3, '0') as holder, day
    from (select i, current_date - (i % case when i <= $2 then 60 else 720 end) as day from generate_series(1, $1::int) i) numbered`;

const statements = [
  `insert into account (id, username, password_hash, display_name, agency, roles, units, away_from)
   select 'scale-' || lpad(n::text, 3, '0'), 'scale-' || lpad(n::text, 3, '0'), '-', '经办' || n, case when n % 10 < 7 then '370600' else '370200' end,
          '{window}', '{yantai-shizhi}', case when n % 40 = 0 then current_date - 1 end from generate_series(0, 299) n on conflict do nothing`,
  `insert into case_file (case_no, item_code, edition, agency, office_id, channel, mode, phase, outcome, person_id, applicant_masked, subject, seq, version,
     stage_name, assignee, unit, received_on, accepted_on, concluded_on, statutory_due_on, due_on, step_due_on, yellow_on, paused, waiting_for, waits_at,
     calendar_version, horizon_on, open, ended)
   select case_no, item, 'scale', agency, unit, 'window', 'promised', case when not open then 'concluded' when i % 9 = 0 then 'awaitingSupplement' else 'accepted' end,
     case when not open then 'completed' end, 'p' || i, '王*', md5(i::text), 20, 8, case when open and waits = 'task' then (array['收件受理','审核','复核','制发变更信息表'])[1 + i % 4] end,
     case when open and waits = 'task' and i % 6 > 0 then holder end, case when open and waits = 'task' then unit end, day, day,
     case when not open then day + 12 end, due, due, case when open and waits = 'task' then day + 5 end, due - 3, open and i % 23 = 0, case when open then waits else 'none' end,
     case when open then case waits when 'task' then 'intake' when 'letter' then 'receive:contactLetter' when 'until' then 'until:publicNotice' else waits end end, 'cn-1', due, open, not open
   from (select *, case when open then day + (array[20, 30, 45, 90])[1 + i % 4] end as due from (${rows}) r) s on conflict do nothing`,
  `insert into task (case_no, key, agency, stage, name, shows, role, unit, assignee, cosigners, opened_on, opened_at, arming, reminders, done)
   select case_no, 'intake', agency, 'intake', stage_name, 'received', 'window', unit, assignee, '[]', received_on, received_on, 1, 0, false
   from case_file where open and waiting_for = 'task' and edition = 'scale' on conflict do nothing`,
  `insert into clock (case_no, id, arming, kind, name, quantity, unit, extended_by, started_on, start_fact, state, due_on, ended_on, used, calendar_version, passed_rungs, recorded_at)
   select case_no, 'statutory', 1, 'statutory', '法定时限', 20, 'workingDay', 0, received_on, 'acceptance',
     case when open then case when paused then 'paused' else 'running' end when abs(hashtext(case_no)) % 12 = 0 then 'overrun' else 'met' end, coalesce(due_on, received_on + 28),
     concluded_on, case when open then null else abs(hashtext(case_no)) % 22 end, 'cn-1', '{}', now()
   from case_file where edition = 'scale' on conflict do nothing`,
  `insert into clock (case_no, id, arming, kind, name, quantity, unit, extended_by, started_on, start_fact, state, due_on, calendar_version, passed_rungs, recorded_at)
   select case_no, 'intakeStep', 1, 'step', '受理', 5, 'workingDay', 0, received_on, 'opened', 'running', step_due_on, 'cn-1', '{}', now()
   from case_file where edition = 'scale' and open and step_due_on is not null on conflict do nothing`,
  `insert into rung (case_no, clock_id, arming, rung, falls_on, at, receivers, sms, state)
   select case_no, 'statutory', 1, 'due+' || n, due_on + n, (due_on + n + 400)::timestamptz, '{holder}', false, 'pending'
   from case_file cross join generate_series(1, 3) n where edition = 'scale' and open on conflict do nothing`,
  `insert into pause (case_no, id, cause, legal_basis, opened_by, opened_on, clocks)
   select case_no, 'P1', 'hearing', '听证', 'scale-001', received_on, '{statutory}' from case_file where edition = 'scale' and open and paused on conflict do nothing`,
  `insert into trouble (case_no, activity, key, attempt, code, since, at)
   select case_no, 'settleAccount', case_no, 5, 'OUTSIDE_FAILED', now() - interval '1 hour', now() + interval '1 day' from case_file
    where edition = 'scale' and open and waiting_for = 'effect' limit 300 on conflict do nothing`,
  `insert into case_result (case_no, agency, unit, person, item_code, outcome, concluded_on, statutory_days, statutory_used, statutory_in_time, supplements, second_notices, returns, escalations, path)
   select c.case_no, c.agency, c.office_id, 'scale-' || lpad((abs(hashtext(c.case_no)) % 300)::text, 3, '0'), c.item_code, c.outcome, c.concluded_on, 20, k.used, k.state = 'met',
     (abs(hashtext(c.case_no)) % 5 = 0)::int, (abs(hashtext(c.case_no)) % 50 = 0)::int, (abs(hashtext(c.case_no)) % 30 = 0)::int, abs(hashtext(c.case_no)) % 3,
     case when c.item_code = 'YT-2.2' then '{intake,receive:contactLetter,prepareInformationForm}'::text[] end
   from case_file c join clock k on k.case_no = c.case_no and k.id = 'statutory' where c.edition = 'scale' and not c.open on conflict do nothing`,
  `insert into case_step (case_no, step, agency, item_code, person, concluded_on, days)
   select case_no, step, agency, item_code, person, concluded_on, abs(hashtext(case_no || step)) % 9 from case_result cross join lateral unnest(path) step
    where person like 'scale-%' on conflict do nothing`,
];

/**
 * @param {import('pg').Pool} pool
 * @param {{ cases: number, open: number, say?: (words: string) => void }} options
 */
export async function seedScale(pool, { cases, open, say = () => {} }) {
  const client = await pool.connect();
  try {
    await client.query('alter table case_file disable trigger user');
    for (const text of statements) {
      const from = performance.now();
      const { rowCount } = await client.query(text, text.includes('$1') ? [cases, open] : []);
      say(`${text.match(/insert into (\w+)/)?.[1]} ${rowCount}（${((performance.now() - from) / 1000).toFixed(1)} s）`);
    }
    await client.query('analyze');
  } finally {
    await client.query('alter table case_file enable trigger user');
    client.release();
  }
}
