import type { SupervisionActivities } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import type { Pool } from 'pg';

/**
 * 黄牌 and 红牌 by the configured rules, each occasion once. $1: today. Late cards count days past the due date; time under repair is not the
 * clerk's, so a clock that ran out while its case was under repair gives none. A refusal without its notice, and one without a reason, are found
 * when the case has closed (政务服务: refusals in writing, with reasons).
 */
const give = `
with rule as (
  select distinct on (a.id, r.rule, r.level) a.id as agency, r.rule, r.level, r.after_days, r.reply_days, r.active
  from agency a join card_rule r on r.agency in ('*', a.id)
  order by a.id, r.rule, r.level, r.agency = '*'
),
late as (
  select c.case_no, c.agency, coalesce(c.assignee, c.unit, c.office_id) as addressee, rule.rule, rule.level, rule.reply_days,
    concat_ws(':', c.case_no, rule.rule, rule.level, k.id, k.arming) as occasion,
    k.name || ' 已于 ' || to_char(k.due_on, 'YYYY-MM-DD') || ' 到期，逾期 ' || ($1::date - k.due_on) || ' 日' as text
  from clock k
  join case_file c on c.case_no = k.case_no and c.open
  join rule on rule.active and rule.agency = c.agency and rule.rule = case k.kind when 'step' then 'stepLate' else 'totalLate' end
  where k.state = 'running' and k.kind in ('step', 'statutory', 'promised') and k.due_on < $1::date and k.due_on <= $1::date - rule.after_days
    and not exists (select from repair m where m.case_no = k.case_no and m.alarms_until >= k.due_on and m.alarms_from::date <= k.due_on + rule.after_days)
),
refused as (
  select c.case_no, c.agency, coalesce(x.person, c.office_id) as addressee, rule.rule, rule.level, rule.reply_days,
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
  insert into supervision_order (order_no, case_no, agency, issued_by, addressee, text, reply_due_on, card, card_at, rule, occasion)
  select f.case_no || '-S' || lpad((f.nth + (select count(*) from supervision_order o where o.case_no = f.case_no))::text, 2, '0'),
    f.case_no, f.agency, 'system', f.addressee, f.text, $1::date + f.reply_days, f.level, now(), f.rule, f.occasion
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

export function createGiveCards(pool: Pool, clock = () => new Date()): SupervisionActivities['giveCards'] {
  return async () => {
    const { rows } = await pool.query<{ given: number }>(give, [shanghaiDate(clock().toISOString())]);
    return { given: rows[0]?.given ?? 0 };
  };
}
