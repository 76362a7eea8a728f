/**
 * The class of every open case, exactly one, by a fixed precedence: what is known to be wrong goes before what the case says of itself, and a
 * repair under way goes before both. All facts stand in tables; nothing here asks the engine.
 *
 * 1 underRepair · 2 nobodysTurn when the run is gone · 3 projectionBehind · 4 workerFailing · 5 retrying · 6 activityRunning ·
 * 7 nobodysTurn when the case waits for nothing · 8 waitingForAgency · 9 waitingForTime · 10 personsTurn.
 *
 * A worker is silent when none has written its beat for 40 s; an installation that never had one is not yet silent. `since` is when the cause
 * began, as far as it is known.
 */
export const caseClassView = `
drop view if exists case_class;
create view case_class as
with alive as (
  select coalesce(max(at) filter (where queue = 'cases') > now() - interval '40 seconds', true) as cases,
    coalesce(max(at) filter (where queue = 'effects') > now() - interval '40 seconds', true) as effects,
    max(at) filter (where queue = 'cases') as cases_seen, max(at) filter (where queue = 'effects') as effects_seen
  from worker_beat
),
failing as (
  select distinct on (case_no) case_no, activity, code, attempt, since, at,
    bool_or(activity = 'record') over (partition by case_no) as unwritten
  from trouble where case_no <> '' order by case_no, activity = 'record' desc, since
),
fault as (
  select case_no, bool_or(kind = 'runMissing') as missing, bool_or(kind = 'taskFailing') as task_failing, min(since) as since,
    string_agg(kind || ' ' || code || coalesce(' ' || detail, ''), '; ' order by kind) as detail
  from run_fault where kind in ('runMissing', 'taskFailing') group by case_no
),
mending as (
  select distinct on (case_no) case_no, kind, alarms_from, alarms_until from repair
  where alarms_until > now() and state in ('confirmed', 'done') order by case_no, alarms_until desc
),
away as (
  select id from account
  where not active or ((now() at time zone 'Asia/Shanghai')::date between away_from and coalesce(away_to, 'infinity')) is true
),
judged as (
  select c.*, t.activity, t.code, t.attempt, t.since as trouble_since, f.since as fault_since, f.detail as fault_detail,
    m.kind as mending, m.alarms_from, m.alarms_until, alive.cases_seen, alive.effects_seen, away.id is not null as holder_away,
    case
      when m.case_no is not null then 'underRepair:' || m.kind
      when f.missing then 'nobodysTurn:runMissing'
      when t.unwritten then 'projectionBehind:unwritten'
      when f.task_failing then 'workerFailing:taskFailing'
      when not alive.cases then 'workerFailing:noWorker'
      when t.case_no is not null then 'retrying:attempt'
      when c.waiting_for = 'effect' and not alive.effects then 'workerFailing:noWorker'
      when c.waiting_for = 'effect' then 'activityRunning:running'
      when c.waiting_for = 'letter' then 'waitingForAgency:letter'
      when c.waiting_for = 'until' then 'waitingForTime:until'
      when c.waiting_for is distinct from 'task' then 'nobodysTurn:noWait'
      when c.phase = 'awaitingSupplement' then 'personsTurn:applicant'
      when c.assignee is null then 'personsTurn:unclaimed'
      when away.id is not null then 'personsTurn:holderAway'
      else 'personsTurn:inHand'
    end as verdict
  from case_file c
  cross join alive
  left join failing t on t.case_no = c.case_no
  left join fault f on f.case_no = c.case_no
  left join mending m on m.case_no = c.case_no
  left join away on away.id = c.assignee
  where c.open
)
select case_no, agency, item_code, phase, unit, assignee, stage_name, received_on, due_on, step_due_on, yellow_on, sort_on,
  coalesce(paused, false) as paused, waiting_for, waits_at, waits_until, seq, updated_at, split_part(verdict, ':', 1) as class, split_part(verdict, ':', 2) as cause,
  attempt, code, activity, alarms_until,
  case split_part(verdict, ':', 1)
    when 'underRepair' then alarms_from
    when 'nobodysTurn' then coalesce(fault_since, updated_at)
    when 'projectionBehind' then trouble_since
    when 'workerFailing' then coalesce(fault_since, case when waiting_for = 'effect' then effects_seen end, cases_seen)
    when 'retrying' then trouble_since
    else updated_at
  end as since,
  case
    when verdict in ('projectionBehind:unwritten', 'retrying:attempt') then activity || ' ' || code || ' ×' || attempt
    when split_part(verdict, ':', 1) in ('nobodysTurn', 'workerFailing') then fault_detail
  end as detail
from judged;
`;
