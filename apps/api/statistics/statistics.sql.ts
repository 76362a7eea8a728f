export type Dimension = 'unit' | 'person' | 'item' | 'month';

export const columnOf: Readonly<Record<Dimension, string>> = {
  unit: 'unit',
  person: 'person',
  item: 'item_code',
  month: `to_char(concluded_on, 'YYYY-MM')`,
};

/**
 * The numbers of one grouping (definitions: domain/supervision). $1 agency, $2 and $3 the first and last day of conclusion, $4 person or null,
 * $5 units or null. Days are those of the statutory limit, of the promised one where there is no statutory.
 */
export const numbersSql = (dimension: Dimension): string => `
  with result as (
    select ${columnOf[dimension]} as id, x.*, coalesce(statutory_used, promised_used) as used, coalesce(statutory_days, promised_days) as days
      from case_result x
     where agency = $1 and concluded_on between $2::date and $3::date and ($4::text is null or person = $4) and ($5::text[] is null or unit = any($5))
  )
  select id, count(*)::int as closed,
         count(statutory_in_time)::int as statutory, count(*) filter (where statutory_in_time)::int as "statutoryInTime",
         count(promised_in_time)::int as promised, count(*) filter (where promised_in_time)::int as "promisedInTime",
         count(*) filter (where statutory_in_time or statutory_used - repaired_days <= statutory_days)::int as "chargedInTime",
         round(avg(used), 2)::float as "meanUsed", percentile_disc(0.9) within group (order by used) as "p90Used",
         (sum(used)::float / nullif(sum(days) filter (where used is not null), 0)) as "usedShare",
         sum(supplements)::int as supplements, sum(second_notices)::int as "secondNotices", sum(returns)::int as returns,
         sum(escalations)::int as escalations
    from result group by id order by ${dimension === 'month' ? 'id' : 'closed desc, id'}`;

const ofItem = `agency = $1 and item_code = $2 and concluded_on between $3::date and $4::date and ($5::text is null or person = $5)`;

/** Where the days of one item go: $1 agency, $2 item, $3 and $4 first and last day of conclusion, $5 person or null. */
export const flowSql = {
  steps: `
  select step, count(*)::int as cases, round(avg(days), 2)::float as mean, percentile_disc(0.9) within group (order by days) as p90, sum(days)::int as total
    from case_step where ${ofItem} group by step order by total desc, step`,
  limits: `
  select c.id, max(c.quantity) as days, count(*) filter (where c.state = 'overrun')::int as late
    from case_result x join clock c on c.case_no = x.case_no and c.kind = 'step' and c.state in ('met', 'overrun')
   where ${ofItem.replaceAll(/\b(agency|item_code|concluded_on|person)\b/g, 'x.$1')} group by c.id`,
  ways: `select path, count(*)::int as cases from case_result where ${ofItem} and path is not null group by path`,
  /** $1 agency, $2 item, $3 person or null. */
  waiting: `
  select waits_at as step, count(*)::int as cases from case_file
   where agency = $1 and item_code = $2 and open and waits_at is not null and ($3::text is null or assignee = $3) group by waits_at`,
};

/** One page of closed cases, for the sheet. $4 and $5: after which day and number. */
export const detailSql = `
  select case_no as "caseNo", item_code as item, unit, person, outcome, concluded_on::text as "concludedOn", statutory_days as "statutoryDays",
         statutory_used as "statutoryUsed", statutory_in_time as "statutoryInTime", promised_days as "promisedDays", promised_used as "promisedUsed",
         promised_in_time as "promisedInTime", repaired_days as "repairedDays", supplements, second_notices as "secondNotices", returns, escalations
    from case_result where agency = $1 and concluded_on between $2::date and $3::date and (concluded_on, case_no) > ($4::date, $5)
   order by concluded_on, case_no limit 2000`;
