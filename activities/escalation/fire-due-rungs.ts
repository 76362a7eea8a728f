/**
 * Delivers every rung that is due, in one statement (design: Ladders). Reads tables only, so a case whose own workflow is broken still
 * escalates. $1 now, $2 the Shanghai date of it, $3 the most rungs at once.
 *
 * People are resolved now, not when the rung was written: who is away is represented by the deputy, who may be away too. Receivers:
 * - holder: the assignee of each open task; unclaimed, or out of reach without a deputy: the head of the task's unit;
 * - head: of the case's unit; leader: of the agency; supervise: of the agency;
 * - whoever of these cannot be found is replaced by the agency's supervisors. Are there none either, the rung is still kept, with an
 *   empty account, and the message goes to the post of the supervisors.
 * One person is told once of a rung, however many posts they hold. A rung of a closed case (but for what is still owed after its conclusion), or of a clock that no longer runs or was
 * started again, is dropped: recording makes it pending anew when the clock goes on. While a case is under repair its rungs wait; what
 * fell due meanwhile is then told to the supervisors in place of the holder, whose time that was not.
 */
export const fireDueRungs = `
with recursive due as materialized (
  select case_no, clock_id, arming, rung, receivers, sms, at from rung
  where state = 'pending' and at <= $1::timestamptz and not exists (
    select from repair m where m.case_no = rung.case_no and m.alarms_until > $1::timestamptz and m.alarms_from <= $1::timestamptz)
  order by at limit $3 for update skip locked
),
live as materialized (
  select due.*, c.agency, coalesce(c.unit, c.office_id) as unit, c.rules_hash, c.item_code, k.name as clock_name, k.due_on,
    k.case_no is not null as stands, exists (
      select from repair m where m.case_no = due.case_no and due.at between m.alarms_from and m.alarms_until) as excused
  from due
  left join case_file c on c.case_no = due.case_no and not c.ended
  left join clock k on k.case_no = c.case_no and k.id = due.clock_id and k.arming = due.arming and k.state = 'running'
    and (c.open or k.kind = 'commitment')
),
absent as materialized (
  select id, agency, deputy, roles, units,
    not active or ($2::date >= away_from and $2::date <= coalesce(away_to, 'infinity')) is true as away
  from account
),
standing (account, person, hops) as (
  select id, id, 0 from absent
  union all
  select s.account, a.deputy, s.hops + 1
  from standing s join absent a on a.id = s.person
  where a.away and a.deputy is not null and s.hops < 5
),
present as materialized (
  select distinct on (s.account) s.account, s.person
  from standing s join absent a on a.id = s.person and not a.away
  order by s.account, s.hops
),
posts as materialized (
  select a.agency, role, unit, array_agg(distinct p.person) as persons
  from absent a
  join present p on p.account = a.id
  cross join unnest(a.roles) as role
  cross join lateral unnest(case when role = 'head' then a.units else array[''] end) as unit
  where role in ('head', 'leader', 'supervise')
  group by a.agency, role, unit
),
wanted as (
  select l.*, 1 as place, 'holder' as receiver, case when l.excused then 'supervise' else 'head' end as instead,
    case when not l.excused then t.assignee end as assignee, case when l.excused then '' else coalesce(t.unit, l.unit) end as its_unit,
    t.case_no is not null and t.assignee is null as unclaimed
  from live l left join task t on t.case_no = l.case_no and not t.done
  where l.stands and 'holder' = any (l.receivers)
  union all
  select l.*, array_position(array['head', 'leader', 'supervise'], receiver) + 1, receiver, receiver, null,
    case when receiver = 'head' then l.unit else '' end, false
  from live l cross join unnest(l.receivers) as receiver
  where l.stands and receiver <> 'holder'
),
told as (
  select distinct on (w.case_no, w.clock_id, w.arming, w.rung, addressee.account) w.*, addressee.account
  from wanted w
  left join present p on p.account = w.assignee
  left join posts post on post.agency = w.agency and post.role = w.instead and post.unit = w.its_unit
  left join posts last_resort on last_resort.agency = w.agency and last_resort.role = 'supervise'
  cross join lateral unnest(
    coalesce(case when p.person is not null then array[p.person] end, post.persons, last_resort.persons, array[''])
  ) as addressee (account)
  order by w.case_no, w.clock_id, w.arming, w.rung, addressee.account, w.place
),
item as materialized (
  select hash, rules->>'name' as name from case_rules where hash in (select rules_hash from live)
),
letters as materialized (
  select t.*, concat_ws(':', 'rung', t.clock_id, t.arming, t.rung, t.account) as key,
    '办件 ' || t.case_no || '（' || coalesce(item.name, t.item_code, '') || '）的' || coalesce(t.clock_name, '时限')
      || case
        when t.due_on > $2::date then '将于 ' || to_char(t.due_on, 'YYYY-MM-DD') || ' 到期'
        when t.due_on = $2::date then '今日到期'
        else '已于 ' || to_char(t.due_on, 'YYYY-MM-DD') || ' 到期，现已超期'
      end
      || case when t.unclaimed then '，尚无人认领' else '' end as text
  from told t left join item on item.hash = t.rules_hash
),
escalated as (
  insert into escalation (case_no, clock_id, arming, rung, account, receiver, agency, clock_name, due_on, at)
  select case_no, clock_id, arming, rung, account, receiver, agency, clock_name, due_on, $1::timestamptz from letters
  on conflict (case_no, clock_id, arming, rung, account) do nothing
),
posted as (
  insert into message (case_no, key, agency, account, role, kind, text, created_at)
  select case_no, key, agency, nullif(account, ''), case when account = '' then 'supervise' end, 'rung', text, $1::timestamptz
  from letters
  on conflict (case_no, key) do nothing
  returning 1
),
texted as (
  insert into sms (key, case_no, account, text, next_attempt_at, created_at)
  select case_no || ':' || key, case_no, account, text, $1::timestamptz, $1::timestamptz from letters where sms and account <> ''
  on conflict (key) do nothing
),
settled as (
  update rung set state = case when live.stands then 'fired' else 'dropped' end, fired_at = $1::timestamptz
  from live
  where rung.case_no = live.case_no and rung.clock_id = live.clock_id and rung.arming = live.arming and rung.rung = live.rung
  returning rung.state
)
select (select count(*) from due)::int as taken,
  (select count(*) from settled where state = 'fired')::int as fired,
  (select count(*) from posted)::int as messages`;
