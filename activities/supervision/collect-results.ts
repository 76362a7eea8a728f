import type { CaseEvent, IsoDate, SupervisionActivities } from '@due-process/contracts';
import { shanghaiDate, STEP_EVENTS, stepTimes } from '@due-process/domain';
import type { Pool, PoolClient } from 'pg';
import { createCalendars, workingDays } from './work-days';

const mostAtOnce = 1000;
/** A repair that began longer ago than this is counted from here. */
const repairsSince = 400;

/**
 * The numbers of cases that have closed, taken once from their frozen clocks and their events.
 *
 * - In time: all clocks of the kind were met, none overrun; cancelled ones measured nothing. Days and limit are those of the clock that ended last.
 * - Person: who accepted the case, else who registered it. Unit: the office that took it.
 * - Supplements: notices (一次性告知书); a second notice is each after the first. Returns: 退回 and 撤回. Escalations: rungs that told somebody.
 * - Repaired days: working days ($2) on which the case was under repair; they are not charged to the person.
 */
const take = `
with due as (
  delete from result_due where case_no in (select case_no from result_due order by since limit $1 for update skip locked)
  returning case_no
),
numbered as (
  select c.case_no, c.agency, c.office_id, c.item_code, c.outcome, c.concluded_on, s.*, p.*, e.*,
    (select count(distinct (clock_id, arming, rung)) from escalation x where x.case_no = c.case_no)::int as escalations,
    (select count(distinct day) from repair r
       join unnest($2::date[]) as day on day >= (r.alarms_from at time zone 'Asia/Shanghai')::date
         and day < (least(r.alarms_until, now()) at time zone 'Asia/Shanghai')::date
      where r.case_no = c.case_no and r.alarms_from is not null)::int as repaired_days
  from due
  join case_file c on c.case_no = due.case_no and not c.open and c.agency is not null and c.concluded_on is not null
  left join lateral (
    select bool_and(state = 'met') as statutory_in_time, (array_agg(quantity + extended_by order by ended_on desc, id))[1] as statutory_days,
      (array_agg(used order by ended_on desc, id))[1] as statutory_used
    from clock where case_no = c.case_no and kind = 'statutory' and state in ('met', 'overrun')) s on true
  left join lateral (
    select bool_and(state = 'met') as promised_in_time, (array_agg(quantity + extended_by order by ended_on desc, id))[1] as promised_days,
      (array_agg(used order by ended_on desc, id))[1] as promised_used
    from clock where case_no = c.case_no and kind = 'promised' and state in ('met', 'overrun')) p on true
  left join lateral (
    select count(*) filter (where type = 'supplementRequested')::int as supplements, count(*) filter (where type = 'sentBack')::int as returns,
      coalesce((array_agg(actor order by entry) filter (where type = 'accepted' and actor <> 'system'))[1],
        (array_agg(actor order by entry) filter (where type = 'caseOpened'))[1]) as person
    from case_event where case_no = c.case_no and voided_at is null
      and type in ('supplementRequested', 'sentBack', 'accepted', 'caseOpened')) e on true
),
written as (
  insert into case_result (case_no, agency, unit, person, item_code, outcome, concluded_on, statutory_days, statutory_used, statutory_in_time,
    promised_days, promised_used, promised_in_time, repaired_days, supplements, second_notices, returns, escalations)
  select case_no, agency, office_id, person, item_code, outcome, concluded_on, statutory_days, statutory_used, statutory_in_time,
    promised_days, promised_used, promised_in_time, repaired_days, supplements, greatest(supplements - 1, 0), returns, escalations
  from numbered
  on conflict (case_no) do nothing
  returning case_no
)
select (select count(*) from due)::int as due, coalesce((select array_agg(case_no) from written), '{}') as taken`;

const eventsOf = `
select e.case_no, c.calendar_version as calendar, json_agg(json_build_object('type', e.type, 'data', e.data, 'occurredOn', e.occurred_on) order by e.entry) as events
from case_event e join case_file c using (case_no)
where e.case_no = any($1) and e.voided_at is null and e.type = any($2) group by e.case_no, c.calendar_version`;

/** Where the days went: one row a case and place, and the way through the chart. */
const place = `
with timed as (
  select * from jsonb_to_recordset($1::jsonb) as r (case_no text, path text[], days jsonb)
),
ways as (
  update case_result x set path = t.path from timed t where x.case_no = t.case_no
  returning x.case_no, x.agency, x.item_code, x.person, x.concluded_on, t.days
)
insert into case_step (case_no, step, agency, item_code, person, concluded_on, days)
select w.case_no, d.key, w.agency, w.item_code, w.person, w.concluded_on, d.value::int from ways w cross join lateral jsonb_each_text(w.days) d
on conflict (case_no, step) do update set days = excluded.days`;

interface Told {
  case_no: string;
  calendar: string;
  events: Pick<CaseEvent, 'type' | 'data' | 'occurredOn'>[];
}

export function createCollectResults(pool: Pool): SupervisionActivities['collectResults'] {
  const calendars = createCalendars(pool);

  async function followSteps(client: PoolClient, taken: string[]): Promise<void> {
    const { rows } = await client.query<Told>(eventsOf, [taken, STEP_EVENTS]);
    const timed = [];
    for (const { case_no, calendar, events } of rows)
      timed.push({ case_no, ...stepTimes(events, await calendars.of(calendar)) });
    await client.query(place, [JSON.stringify(timed)]);
  }

  async function takeSome(worked: IsoDate[]): Promise<{ due: number; taken: number }> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ due: number; taken: string[] }>(take, [mostAtOnce, worked]);
      const { due, taken } = rows[0] ?? { due: 0, taken: [] };
      if (taken.length > 0) await followSteps(client, taken);
      await client.query('commit');
      return { due, taken: taken.length };
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  return async () => {
    const now = new Date();
    const from = shanghaiDate(new Date(now.getTime() - repairsSince * 86_400_000).toISOString());
    const worked = workingDays(await calendars.official(), from, shanghaiDate(now.toISOString()));
    for (let taken = 0; ;) {
      const some = await takeSome(worked);
      taken += some.taken;
      if (some.due < mostAtOnce) return { taken };
    }
  };
}
