import type { EffectInput, EffectResult } from '@due-process/contracts';
import type { Pool } from 'pg';
import { inputOf } from '../outside/input';

/**
 * 限制申请 (QD-9.1、9.2 四（六）: 评估仍不合格的，1年内不得再次申请): one row by the case's subject, so that neither another name nor another office
 * helps. The key of the effect is its id: written twice it is one.
 */
export function createRestrictApplicant(pool: Pool) {
  return async function restrictApplicant(effect: EffectInput): Promise<EffectResult> {
    const { itemCodes, from, quantity, unit, until, reason } = inputOf('restrictApplicant', effect);
    const { caseNo, key, agency } = effect;
    await pool.query(
      `insert into restriction (id, region, subject, item_codes, starts_on, quantity, unit, until, reason, case_no)
       select $1, $2, subject, $3, $4, $5, $6, $7, $8, case_no from case_file where case_no = $9
       on conflict (id) do nothing`,
      [key, agency, itemCodes, from, quantity, unit, until, reason, caseNo],
    );
    return { outcome: 'done', data: { restrictionId: key } };
  };
}
