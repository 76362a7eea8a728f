import type { SupervisionActivities } from '@due-process/contracts';
import type { Pool } from 'pg';

/**
 * Whether a repaired case has moved: it is closed, or it has come further than it stood and nothing is known to be wrong with it. After three
 * minutes without that the repair has not helped; it is looked at further as long as its alarms are held back. Both answers go to who proposed and
 * who confirmed. A case that moved is watched by its ladder again at once.
 */
const check = `
with looked as (
  select r.id, r.case_no, c.seq, c.open, r.state,
    not c.open or (c.seq > r.seq_before
      and not exists (select from trouble t where t.case_no = r.case_no)
      and not exists (select from run_fault f where f.case_no = r.case_no)) as moved,
    r.done_at < now() - interval '3 minutes' as late
  from repair r join case_file c on c.case_no = r.case_no
  where r.state = 'done' or (r.state = 'notMoved' and r.alarms_until > now())
),
told as (
  update repair r set state = case when l.moved then 'moved' else 'notMoved' end, checked_at = now(), seq_after = l.seq,
    alarms_until = case when l.moved then least(r.alarms_until, now()) else r.alarms_until end
  from looked l
  where r.id = l.id and (l.moved or (l.late and l.state = 'done'))
  returning r.*
),
posted as (
  insert into message (case_no, key, agency, account, kind, text)
  select t.case_no, concat_ws(':', 'repair', t.repair_no, t.state, person), t.agency, person, 'repair',
    '办件 ' || t.case_no || case t.state when 'moved' then ' 修复后已恢复办理' else ' 修复后三分钟内仍未恢复，请查看' end || '（' || t.repair_no || '）'
  from told t cross join lateral (select distinct unnest(array_remove(array[t.proposed_by, t.confirmed_by], null)) as person) p
  on conflict (case_no, key) do nothing
)
select count(*) filter (where state = 'moved')::int as moved, count(*) filter (where state = 'notMoved')::int as "notMoved" from told`;

/** A statement sees the view as it was before itself, so the class after is read by a second. */
const classAfter = `
update repair r set class_after = coalesce((select class from case_class k where k.case_no = r.case_no), 'closed')
where r.checked_at > now() - interval '10 minutes' and r.class_after is null`;

export function createCheckRepairs(pool: Pool): SupervisionActivities['checkRepairs'] {
  return async () => {
    const { rows } = await pool.query<{ moved: number; notMoved: number }>(check);
    await pool.query(classAfter);
    return rows[0] ?? { moved: 0, notMoved: 0 };
  };
}
