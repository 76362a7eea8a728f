import { Inject, Injectable } from '@nestjs/common';
import type { Actor, FormValue } from '@due-process/contracts';
import { may } from '@due-process/domain';
import { createColumnCipher, type Keys } from '@due-process/secrets';
import { Database } from '../platform/database/database';
import { Problem } from '../platform/errors/problem';
import { inputProblem } from '../platform/http/schema.pipe';
import { KEYS } from '../platform/keys/keys.module';
import type { ReadCase } from './case-reader';
import { PersonStore } from './person.store';

/** `applicant.name`, `applicant.idNumber`, `applicant.phone`, or `form.<field>` of a sealed field. */
export type Revealed = Record<string, string>;

/** Full personal values: a permission, a reason, and a record written before anything is shown. */
@Injectable()
export class Reveal {
  private readonly cipher;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
    private readonly persons: PersonStore,
  ) {
    this.cipher = createColumnCipher(keys);
  }

  async values(found: ReadCase, actor: Actor, fields: string[], reason: string): Promise<Revealed> {
    const { state, caseNo, personId } = found;
    const units = new Set([state.officeId, ...Object.values(state.tasks).map((task) => task.unit)]);
    const allowed = [...units].some((unit) => may(actor, 'reveal', { agency: state.agency, unit }) === true);
    if (!allowed) throw new Problem('ACCESS_DENIED', { detail: '您没有查看完整个人信息的权限' });
    const sealed = new Map<string, string>(
      Object.entries(state.form).flatMap(([id, value]) =>
        isSealed(value) ? [[`form.${id}`, value.sealed] as const] : [],
      ),
    );
    const unknown = fields.filter((field) => !applicantFields.has(field) && !sealed.has(field));
    if (unknown.length > 0) {
      throw inputProblem(
        unknown.map((_, at) => ({ field: `fields.${at}`, code: 'NOT_OFFERED', message: '没有这个栏目' })),
      );
    }
    await this.database.query(
      'insert into reveal_log (account_id, agency, case_no, person_id, fields, reason) values ($1, $2, $3, $4, $5, $6)',
      [actor.id, actor.agency, caseNo, personId, fields, reason],
    );
    const person: Revealed = { ...(await this.persons.full(personId)) };
    const rows = await this.database.query<{ id: string; ciphertext: string }>(
      'select id, ciphertext from sealed_value where id = any($1)',
      [fields.map((field) => sealed.get(field)).filter((id) => id !== undefined)],
    );
    const opened = new Map(rows.map((row) => [row.id, this.cipher.open(row.ciphertext)]));
    return Object.fromEntries(
      fields.map((field) => {
        const id = sealed.get(field);
        return [field, id ? (opened.get(id) ?? '') : (person[field.replace('applicant.', '')] ?? '')];
      }),
    );
  }
}

const applicantFields = new Set(['applicant.name', 'applicant.idNumber', 'applicant.phone']);
const isSealed = (value: FormValue): value is { sealed: string; masked: string } =>
  typeof value === 'object' && value !== null && 'sealed' in value;
