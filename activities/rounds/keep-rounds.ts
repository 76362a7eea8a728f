import { OPERATIONS_QUEUE, ROUND_WORKFLOW, roundWorkflowId, type RoundActivities } from '@due-process/contracts';
import { shanghaiDate } from '@due-process/domain';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Pool } from 'pg';

/**
 * What keeps rounds going without anybody's attention: applications kept with the applicant's consent come into the next round that opens; a round
 * whose applications have closed is carried on, also one that was over when an application of its days was registered afterwards (补录); and a year in which too few rounds are published is told to the leader while there is time
 * (YT-10.1 六: 集中办理原则上一年不少于 2 次).
 */
export function createKeepRounds(pool: Pool, client: Client, today = () => shanghaiDate(new Date().toISOString())) {
  return async function keepRounds(): ReturnType<RoundActivities['keepRounds']> {
    const adopted = await adopt(pool, today());
    const { rows } = await pool.query<{ id: string }>(
      `select id from acceptance_window left join round on window_id = id
        where kind = 'designationRound' and withdrawn_at is null and closes_on < $1
          and exists (select 1 from admission join case_file using (case_no)
                       where window_id = id and (case_file.open or coalesce(step, '') <> 'finished'))`,
      [today()],
    );
    let started = 0;
    for (const { id } of rows) if (await start(client, id)) started++;
    return { adopted, started, warned: await warn(pool, today()) };
  };
}

async function adopt(pool: Pool, today: string): Promise<number> {
  const { rowCount } = await pool.query(
    `update admission set window_id = next.id
       from case_file, lateral (
         select id from acceptance_window
          where kind = 'designationRound' and withdrawn_at is null and region = case_file.agency
            and case_file.item_code = any(item_codes) and opens_on <= $1 and closes_on >= case_file.received_on
          order by opens_on limit 1) next
      where admission.window_id is null and admission.kind = 'designationRound'
        and case_file.case_no = admission.case_no and case_file.open`,
    [today],
  );
  return rowCount ?? 0;
}

async function start(client: Client, windowId: string): Promise<boolean> {
  try {
    await client.workflow.start(ROUND_WORKFLOW, {
      workflowId: roundWorkflowId(windowId),
      taskQueue: OPERATIONS_QUEUE,
      args: [{ windowId }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/** One message a leader, item's agency, year and missing round; a round published meanwhile silences it. */
async function warn(pool: Pool, today: string): Promise<number> {
  const { rowCount } = await pool.query(
    `with wanted as (
       select distinct rules->>'agency' as agency, (rules->'params'->>'roundsAYear')::int as rounds,
              (rules->'params'->>'firstRoundByMonth')::int as first_month, (rules->'params'->>'secondRoundByMonth')::int as second_month
         from case_rules where rules->>'story' = 'designationRound'),
     short as (
       select agency, rounds, count(id) as published,
              case when extract(month from $1::date) > second_month then 2 when extract(month from $1::date) > first_month then 1 else 0 end as due
         from wanted left join acceptance_window
           on region = agency and kind = 'designationRound' and withdrawn_at is null
          and extract(year from opens_on) = extract(year from $1::date)
        group by agency, rounds, first_month, second_month)
     insert into message (key, agency, account, kind, text)
     select 'rounds:' || short.agency || ':' || extract(year from $1::date) || ':' || due || ':' || account.id, short.agency, account.id, 'roundsMissing',
            extract(year from $1::date) || '年定点医药机构集中办理已公布 ' || published || ' 批，原则上一年不少于 ' || rounds || ' 次，请安排'
       from short join account on account.agency = short.agency and 'leader' = any(account.roles)
      where published < due
        and not exists (select 1 from message as told
                         where told.key = 'rounds:' || short.agency || ':' || extract(year from $1::date) || ':' || due || ':' || account.id)`,
    [today],
  );
  return rowCount ?? 0;
}
