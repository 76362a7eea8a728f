import { Injectable } from '@nestjs/common';
import type { Actor } from '@due-process/contracts';
import { Directory } from '../cases/directory';
import { allow } from '../platform/access/allow';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import type { AbsenceInput } from './supervision.schemas';

interface Row {
  id: string;
  displayName: string;
  from: string | null;
  to: string | null;
  deputy: string | null;
  held: number;
}

/** 请假与代理: who is away is represented by the deputy from the next rung on; the work itself stays until it is handed over. */
@Injectable()
export class Absences {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  async list({ agency }: Actor) {
    const people = await this.database.query<Row>(
      `select id, display_name as "displayName", away_from::text as "from", away_to::text as "to", deputy,
              (select count(*)::int from task join case_file using (case_no) where task.assignee = account.id and not task.done and case_file.open) as held
         from account where agency = $1 and active order by away_from is null, display_name`,
      [agency],
    );
    const nameOf = await this.directory.displayNames(people.flatMap(({ deputy }) => deputy ?? []));
    return { people: people.map((row) => ({ ...row, deputyName: row.deputy && nameOf(row.deputy) })) };
  }

  async set(actor: Actor, { account, from, to, deputy }: AbsenceInput) {
    const person = await this.directory.colleague(account);
    if (!person || person.actor.agency !== actor.agency) throw new Problem('NOT_FOUND');
    allow(actor, 'absence.set', { agency: person.actor.agency, holder: person.actor.id });
    const substitute = deputy === null ? undefined : await this.directory.colleague(deputy);
    const faults = [
      ...(from !== null && to !== null && to < from
        ? [{ field: 'to', code: 'NOT_VALID', message: '结束日不能早于开始日' }]
        : []),
      ...(deputy !== null &&
      (!substitute?.active || substitute.actor.agency !== actor.agency || substitute.actor.id === person.actor.id)
        ? [{ field: 'deputy', code: 'NOT_OFFERED', message: '请选择本机构的另一名人员' }]
        : []),
    ];
    if (faults.length > 0) throw inputProblem(faults);
    await this.database.query('update account set away_from = $2, away_to = $3, deputy = $4 where id = $1', [
      person.actor.id,
      from,
      from === null ? null : to,
      substitute?.actor.id ?? null,
    ]);
    return this.list(actor);
  }
}
