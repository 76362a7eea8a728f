import type { SupervisionActivities } from '@due-process/contracts';
import type { Pool } from 'pg';

const mostAtOnce = 2000;

/**
 * The numbers of cases that have closed, taken once from their frozen clocks and their events.
 *
 * - In time: all clocks of the kind were met, none overrun; cancelled ones measured nothing. Days and limit are those of the clock that ended last.
 * - Person: who accepted the case, else who registered it. Unit: the office that took it.
 * - Supplements: notices (一次性告知书); a second notice is each after the first. Returns: 退回 and 撤回. Escalations: rungs that told somebody.
 * - Repaired days: weekdays on which the case was under repair; they are not charged to the person.
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
       cross join lateral generate_series((r.alarms_from at time zone 'Asia/Shanghai')::date,
         (least(r.alarms_until, now()) at time zone 'Asia/Shanghai')::date - 1, '1 day') as day
      where r.case_no = c.case_no and r.alarms_from is not null and extract(isodow from day) < 6)::int as repaired_days
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
  returning 1
)
select (select count(*) from due)::int as due, (select count(*) from written)::int as taken`;

export function createCollectResults(pool: Pool): SupervisionActivities['collectResults'] {
  return async () => {
    for (let taken = 0; ;) {
      const { rows } = await pool.query<{ due: number; taken: number }>(take, [mostAtOnce]);
      taken += rows[0]?.taken ?? 0;
      if ((rows[0]?.due ?? 0) < mostAtOnce) return { taken };
    }
  };
}
