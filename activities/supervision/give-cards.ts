import type { IsoDate, SupervisionActivities, WorkCalendar } from '@due-process/contracts';
import { addWorkingDays, objectionDays, shanghaiDate } from '@due-process/domain';
import type { Pool } from 'pg';
import { createCalendars, workingDays } from './work-days';

/**
 * 黄牌 and 红牌 by the configured rules, each occasion once. Days past the due date and days for reply and objection are working days of the calendar in
 * force. $1 today; $2 the working days of the last years, in order; $3 days past due and $4 the last due date that is so many days past; $5 days for a
 * reply and $6 the day of that reply; $7 the last day for an objection.
 *
 * Time under repair is not the clerk's, so a clock that ran out while its case was under repair gives none. A refusal without its notice, and one
 * without a reason, are found when the case has closed (政务服务: refusals in writing, with reasons).
 */
const give = `
with rule as (
  select distinct on (a.id, r.rule, r.level) a.id as agency, r.rule, r.level, r.after_days, r.active, past.due_to, reply.reply_on
  from agency a join card_rule r on r.agency in ('*', a.id)
  join unnest($3::int[], $4::date[]) as past (days, due_to) on past.days = r.after_days
  join unnest($5::int[], $6::date[]) as reply (days, reply_on) on reply.days = r.reply_days
  order by a.id, r.rule, r.level, r.agency = '*'
),
overdue as (
  select c.case_no, c.agency, coalesce(c.assignee, c.unit, c.office_id) as addressee, rule.rule, rule.level, rule.reply_on, k.name, k.due_on,
    concat_ws(':', c.case_no, rule.rule, rule.level, k.id, k.arming) as occasion,
    (select day from unnest($2::date[]) day where day > k.due_on order by day offset greatest(rule.after_days - 1, 0) limit 1) as card_on
  from clock k
  join case_file c on c.case_no = k.case_no and c.open
  join rule on rule.active and rule.agency = c.agency and rule.rule = case k.kind when 'step' then 'stepLate' else 'totalLate' end
  where k.state = 'running' and k.kind in ('step', 'statutory', 'promised') and k.due_on < $1::date and k.due_on <= rule.due_to
    and not exists (select from supervision_order o where o.occasion = concat_ws(':', c.case_no, rule.rule, rule.level, k.id, k.arming))
),
late as (
  select case_no, agency, addressee, rule, level, reply_on, occasion,
    name || ' 已于 ' || to_char(due_on, 'YYYY-MM-DD') || ' 到期，逾期 '
      || (select count(*) from unnest($2::date[]) day where day > due_on) || ' 个工作日' as text
  from overdue
  where not exists (select from repair m where m.case_no = overdue.case_no and m.alarms_until >= due_on and m.alarms_from::date <= card_on)
),
refused as (
  select c.case_no, c.agency, coalesce(x.person, c.office_id) as addressee, rule.rule, rule.level, rule.reply_on,
    concat_ws(':', c.case_no, rule.rule, rule.level) as occasion,
    case rule.rule when 'missingNotice' then '作出不予决定而未出具书面通知' else '作出不予决定而未说明理由' end as text
  from case_result x
  join case_file c on c.case_no = x.case_no and c.outcome in ('notAccepted', 'rejected')
  join rule on rule.active and rule.agency = x.agency and rule.rule in ('missingNotice', 'unlawfulRefusal')
  where x.concluded_on >= $1::date - 7 and case rule.rule
    when 'missingNotice' then not exists (select from document d where d.case_no = c.case_no and d.type in ('nonAcceptanceNotice', 'rejectionDecision'))
    else not exists (select from case_event e where e.case_no = c.case_no and e.type = 'concluded' and e.voided_at is null
      and coalesce(trim(e.data->>'reason'), '') <> '') end
),
fresh as (
  select *, row_number() over (partition by case_no order by occasion) as nth from (select * from late union all select * from refused) f
  where not exists (select from supervision_order o where o.occasion = f.occasion)
  limit 1000
),
given as (
  insert into supervision_order (order_no, case_no, agency, issued_by, addressee, text, reply_due_on, objection_due_on, card, card_at, rule, occasion)
  select f.case_no || '-S' || lpad((f.nth + (select count(*) from supervision_order o where o.case_no = f.case_no))::text, 2, '0'),
    f.case_no, f.agency, 'system', f.addressee, f.text, f.reply_on, $7::date, f.level, now(), f.rule, f.occasion
  from fresh f
  on conflict do nothing
  returning *
),
told as (
  insert into message (case_no, key, agency, account, unit, kind, text)
  select g.case_no, 'order:' || g.order_no, g.agency, a.id, case when a.id is null then g.addressee end, 'order',
    case g.card when 'yellow' then '黄牌 ' else '红牌 ' end || g.order_no || '：' || g.text || '（请于 ' || to_char(g.reply_due_on, 'YYYY-MM-DD') || ' 前答复）'
  from given g
  left join account a on a.id = g.addressee
  on conflict (case_no, key) do nothing
)
select count(*)::int as given from given`;

/** Limits that run longer than this past their end are told as so long at least. */
const lookedBack = 800;

const before = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);

/** The last due date that lies so many working days back: the day before the n-th working day from the end. */
function dueTo(today: IsoDate, worked: readonly IsoDate[], days: number): IsoDate {
  const nth = days === 0 ? today : (worked.at(-days) ?? before(today, lookedBack));
  return before(nth, 1);
}

export function createGiveCards(pool: Pool, clock = () => new Date()): SupervisionActivities['giveCards'] {
  const calendars = createCalendars(pool);
  return async () => {
    const today = shanghaiDate(clock().toISOString());
    const calendar: WorkCalendar = await calendars.official();
    const worked = workingDays(calendar, before(today, lookedBack), today);
    const { rows: rules } = await pool.query<{ after: number[]; reply: number[] }>(
      'select array_agg(distinct after_days) as after, array_agg(distinct reply_days) as reply from card_rule',
    );
    const { after, reply } = { after: rules[0]?.after ?? [], reply: rules[0]?.reply ?? [] };
    const { rows } = await pool.query<{ given: number }>(give, [
      today,
      worked,
      after,
      after.map((days) => dueTo(today, worked, days)),
      reply,
      reply.map((days) => addWorkingDays(calendar, today, days)),
      addWorkingDays(calendar, today, objectionDays),
    ]);
    return { given: rows[0]?.given ?? 0 };
  };
}
