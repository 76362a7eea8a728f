import { Injectable } from '@nestjs/common';
import type { Actor, CaseClass, CasePhase, RungReceiver } from '@due-process/contracts';
import { classWords, overrunAt, phaseWords, receiverWords, shanghaiDate } from '@due-process/domain';
import { Directory } from '../cases/directory';
import { CatalogShelf } from '../items/catalog-shelf';
import { Database } from '../platform/database/database';
import { Kept } from './kept';

interface GroupRow {
  kind: 'light' | 'phase' | 'unit' | 'item' | 'person' | 'step' | 'class' | 'all';
  id: string | null;
  cases: string;
  late: string;
  near: string;
  paused: string;
  stepOnly: string;
  unclaimed: string;
}

interface RungRow {
  case_no: string;
  clock_name: string;
  rung: string;
  at: Date;
  on: string;
  receivers: RungReceiver[];
}

const lightWords: Readonly<Record<string, string>> = {
  green: '正常',
  yellow: '临期',
  red: '超期',
  grey: '暂停',
  none: '无时限',
};

/**
 * One pass over the open cases of an agency, grouped seven ways and as a whole. $2: first date that is not late, $3: today. A group without a name is
 * what nobody has claimed, or what waits at no step.
 */
const boardSql = `
  with open_case as (
    select unit, item_code, phase, assignee, stage_name, class, cause = 'unclaimed' as unclaimed,
           not paused and step_due_on < $2::date and (due_on is null or due_on >= $2::date) as step_only,
           case when paused then 'grey'
                when due_on < $2::date or step_due_on < $2::date then 'red'
                when coalesce(due_on, step_due_on) is null then 'none'
                when yellow_on <= $3::date then 'yellow' else 'green' end as light
      from case_class where agency = $1)
  select case grouping(light, phase, unit, item_code, assignee, stage_name, class)
              when 63 then 'light' when 95 then 'phase' when 111 then 'unit' when 119 then 'item' when 123 then 'person'
              when 125 then 'step' when 126 then 'class' else 'all' end as kind,
         coalesce(light, phase, unit, item_code, assignee, stage_name, class) as id, count(*) as cases,
         count(*) filter (where light = 'red') as late, count(*) filter (where light = 'yellow') as near,
         count(*) filter (where light = 'grey') as paused, count(*) filter (where step_only) as "stepOnly", count(*) filter (where unclaimed) as unclaimed
    from open_case group by grouping sets ((light), (phase), (unit), (item_code), (assignee), (stage_name), (class), ()) order by 1, 3 desc, 2`;

@Injectable()
export class Board {
  private readonly kept = new Kept<Awaited<ReturnType<Board['count']>>>();

  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly shelf: CatalogShelf,
  ) {}

  of({ agency }: Actor) {
    return this.kept.of(agency, () => this.count(agency));
  }

  private async count(agency: string) {
    const now = new Date().toISOString();
    const today = shanghaiDate(now);
    const closed = now >= overrunAt(today, this.directory.closesAt(agency));
    const lateBefore = closed ? shanghaiDate(new Date(Date.parse(now) + 86_400_000).toISOString()) : today;
    const groups = await this.database.query<GroupRow>(boardSql, [agency, lateBefore, today]);
    const totals = groups.find((row) => row.kind === 'all');
    const of = (kind: GroupRow['kind'], nameOf: (id: string) => string) =>
      groups
        .filter((row) => row.kind === kind)
        .map(({ id, cases, late, near }) => ({
          id,
          name: id === null ? '--' : nameOf(id),
          cases: Number(cases),
          late: Number(late),
          near: Number(near),
        }));
    const accounts = groups.flatMap(({ kind, id }) => (kind === 'person' && id !== null ? [id] : []));
    const displayName = await this.directory.displayNames(accounts);
    return {
      asOf: now,
      open: Number(totals?.cases ?? 0),
      unclaimed: Number(totals?.unclaimed ?? 0),
      overdue: Number(totals?.late ?? 0),
      stepOnly: Number(totals?.stepOnly ?? 0),
      paused: Number(totals?.paused ?? 0),
      classes: of('class', (id) => classWords[id as CaseClass] ?? id),
      lights: of('light', (id) => lightWords[id] ?? id),
      phases: of('phase', (id) => phaseWords[id as CasePhase] ?? id),
      units: of('unit', (id) => this.directory.unitName(agency, id)),
      items: of('item', (id) => this.shelf.catalog.published(id)?.name ?? id),
      people: of('person', displayName),
      steps: of('step', (id) => id),
      nextRungs: await this.nextRungs(agency),
    };
  }

  private async nextRungs(agency: string) {
    const rows = await this.database.query<RungRow>(
      `select rung.case_no, clock.name as clock_name, rung.rung, rung.at, rung.falls_on::text as "on", rung.receivers
         from rung join case_file using (case_no)
         join clock on clock.case_no = rung.case_no and clock.id = rung.clock_id
        where rung.state = 'pending' and case_file.agency = $1 and case_file.open order by rung.at, rung.case_no, rung.clock_id limit 20`,
      [agency],
    );
    return rows.map(({ case_no: caseNo, clock_name: clockName, rung, at, on, receivers }) => ({
      caseNo,
      clockName,
      rung,
      on,
      at,
      receivers: receivers.map((one) => receiverWords[one]),
    }));
  }
}
