export const createTable = `create table bench_step (
  case_id text not null, step integer not null, text text, at timestamptz not null default now(), primary key (case_id, step))`;

/** One statement an action: what the bare workflow's local activity does, and all that the floor does. */
export const insertStep = (pool, caseId, step, text) =>
  pool
    .query({
      name: 'insert_step',
      text: `insert into bench_step (case_id, step, text) values ($1, $2, $3)
        on conflict (case_id, step) do update set text = excluded.text`,
      values: [caseId, step, text],
    })
    .then(() => undefined);
