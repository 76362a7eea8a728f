import { Injectable } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import { Database } from '../platform/database/database';

/** Classes that the tables alone can tell. Whether a worker fails on a case is seen through the trouble rows that the watchman writes. */
const classWords = {
  personTurn: '有人在办',
  waitingForTime: '等待期限',
  waitingForAgency: '等待对方机构',
  activity: '系统正在办理',
  trouble: '出错重试中',
  nobody: '无人办理',
  openingUnfinished: '登记未完成',
} as const;
type StuckClass = keyof typeof classWords;

interface Row {
  class: StuckClass;
  cases: string;
  sample: { caseNo: string; since: string; detail?: string }[];
}

/** Every open case is in exactly one class; trouble goes before what the case says of itself. */
const stuckSql = `
  with classed as (
    select case_file.case_no, case_file.updated_at as since, trouble.detail,
           case when trouble.case_no is not null then 'trouble'
                when waiting_for = 'task' then 'personTurn'
                when waiting_for = 'until' then 'waitingForTime'
                when waiting_for = 'letter' then 'waitingForAgency'
                when waiting_for = 'effect' then 'activity'
                else 'nobody' end as class
      from case_file
      left join lateral (select case_no, activity || ' ' || code || ' ×' || attempt as detail from trouble
                          where trouble.case_no = case_file.case_no order by since limit 1) trouble on true
     where case_file.agency = $1 and case_file.open
    union all
    select opening.case_no, opening.created_at, null, 'openingUnfinished' from opening
     where opening.agency = $1 and opening.answered_at is null and opening.created_at < now() - interval '1 minute'
       and not exists (select from case_file where case_file.case_no = opening.case_no)),
  ranked as (select *, row_number() over (partition by class order by since) as place from classed)
  select class, count(*) as cases,
         coalesce(json_agg(json_build_object('caseNo', case_no, 'since', since, 'detail', detail) order by since)
                    filter (where place <= 50), '[]') as sample
    from ranked group by class`;

@Injectable()
export class Stuck {
  constructor(private readonly database: Database) {}

  /** Cases are listed for the classes in which something is wrong, the longest waiting first. */
  async of({ agency }: Actor) {
    const rows = await this.database.query<Row>(stuckSql, [agency]);
    const listed: ReadonlySet<StuckClass> = new Set(['trouble', 'nobody', 'openingUnfinished', 'activity']);
    const classes = (Object.keys(classWords) as StuckClass[]).map((id) => {
      const row = rows.find((one) => one.class === id);
      return {
        class: id,
        words: classWords[id],
        count: Number(row?.cases ?? 0),
        cases: listed.has(id) ? (row?.sample ?? []) : [],
      };
    });
    return { asOf: new Date().toISOString(), classes };
  }
}
