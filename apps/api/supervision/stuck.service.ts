import { Injectable } from '@nestjs/common';
import { CASE_CLASSES, SYSTEM_CLASSES, type Actor, type CaseClass } from '@due-process/contracts';
import { causeWords, classWords } from '@due-process/domain';
import { Database } from '../platform/database/database';
import { Kept } from './kept';

interface Row {
  class: CaseClass | 'openingUnfinished';
  cause: string;
  cases: string;
  sample: { caseNo: string; since: string; code: string | null; attempt: number | null; detail: string | null }[];
}

const listedAtMost = 50;

/** Counts of all, samples of the classes in which something may be wrong only: those are few. $1 agency, $2 classes that are listed. */
const stuckSql = `
  with classed as materialized (
    select class, cause, case_no, since, code, attempt, detail from case_class where agency = $1
  ), listed as (
    select class, cause, json_agg(json_build_object('caseNo', case_no, 'since', since, 'code', code, 'attempt', attempt, 'detail', detail) order by since) as sample
      from (select *, row_number() over (partition by class, cause order by since) as place from classed where class = any($2)) ranked
     where place <= ${listedAtMost} group by class, cause
  ), counted as (
    select class, cause, count(*) as cases from classed group by class, cause
  )
  select class, cause, cases, coalesce(sample, '[]') as sample from counted left join listed using (class, cause)
  union all
  select 'openingUnfinished', 'openingUnfinished', count(*),
         coalesce(json_agg(json_build_object('caseNo', case_no, 'since', created_at) order by created_at), '[]')
    from opening where agency = $1 and answered_at is null and created_at < now() - interval '1 minute'
     and not exists (select from case_file where case_file.case_no = opening.case_no)
  having count(*) > 0`;

const ids = [...CASE_CLASSES, 'openingUnfinished'] as const;
const wordsOf = (id: (typeof ids)[number]): string => (id === 'openingUnfinished' ? '登记未完成' : classWords[id]);

/** 停滞件: every open case is in exactly one class (`case_class`); registrations whose case does not exist yet stand beside. */
@Injectable()
export class Stuck {
  private readonly kept = new Kept<Awaited<ReturnType<Stuck['count']>>>();

  constructor(private readonly database: Database) {}

  of({ agency }: Actor) {
    return this.kept.of(agency, () => this.count(agency));
  }

  private async count(agency: string) {
    const listed = [...SYSTEM_CLASSES, 'underRepair', 'activityRunning'];
    const [rows, [sweep]] = await Promise.all([
      this.database.query<Row>(stuckSql, [agency, listed]),
      this.database.query<{ at: Date }>(`select at from sweep where name = 'runs'`),
    ]);
    const classes = ids.map((id) => {
      const causes = rows.filter((row) => row.class === id);
      return {
        class: id,
        words: wordsOf(id),
        system: SYSTEM_CLASSES.has(id as CaseClass),
        count: causes.reduce((sum, row) => sum + Number(row.cases), 0),
        causes: causes.map(({ cause, cases }) => ({
          cause,
          words: cause === 'attempt' ? '外部操作重试中' : causeWords(cause),
          count: Number(cases),
        })),
        cases: causes.flatMap(({ cause, sample }) =>
          sample.map(({ caseNo, since, code, attempt, detail }) => ({
            caseNo,
            since,
            cause,
            words: causeWords(cause, { code, attempt }),
            detail: detail ?? null,
          })),
        ),
      };
    });
    return { asOf: new Date().toISOString(), lookedAt: sweep?.at ?? null, classes };
  }
}
