import { Injectable } from '@nestjs/common';
import type { FieldRule, FormValue } from '@due-process/contracts';
import type { PlainValue } from '@due-process/domain';
import type { EntityManager } from 'typeorm';
import { inputProblem } from '../platform/http/schema.pipe';
import { RosterStore } from './roster.store';

const namesRoster = (value: unknown): value is { code: string; name: string } =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';

const taken = (field: string) => [
  { field: `form.${field}`, code: 'NOT_VALID', message: '没有这份名册，或名册已用于其他办件，请重新上传' },
];

/** Lists named in a form: the form gets their name, hash and length beside the id, and the list its case. */
@Injectable()
export class RosterClaims {
  constructor(private readonly store: RosterStore) {}

  /** @throws Problem `INPUT_INVALID` for a list that is not the account's or belongs to another case. */
  async fill(
    rules: readonly FieldRule[],
    form: Record<string, PlainValue | null>,
    account: string,
    caseNo?: string,
  ): Promise<void> {
    for (const { id } of rules.filter(({ type }) => type === 'roster')) {
      const value = form[id];
      if (!namesRoster(value)) continue;
      const roster = await this.store.find(value.code);
      if (!roster || !(await this.store.isFree(account, value.code, caseNo))) throw inputProblem(taken(id));
      const { sha256, lines, fileName } = roster;
      const filled = { code: roster.id, name: `${fileName}（${lines} 人）`, sha256, lines };
      form[id] = filled;
    }
  }

  /** @throws Problem `INPUT_INVALID` when somebody was faster. */
  async claim(
    rules: readonly FieldRule[],
    form: Record<string, FormValue>,
    given: { account: string; caseNo: string; manager?: EntityManager },
  ): Promise<void> {
    for (const { id } of rules.filter(({ type }) => type === 'roster')) {
      const value = form[id];
      if (namesRoster(value) && !(await this.store.claim(given.account, value.code, given.caseNo, given.manager)))
        throw inputProblem(taken(id));
    }
  }
}
