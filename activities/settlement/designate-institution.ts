import type { EffectInput, EffectResult } from '@due-process/contracts';
import type { Pool } from 'pg';
import { inputOf } from '../outside/input';
import type { PersonStore } from '../people/person.store';

/**
 * 列入定点医药机构名单: name and credit code are the applicant's of the case, its account outside where it has one. The row is the agreement: written twice it
 * is one, a renewed agreement is another, and after its last day it opens no settlement any more.
 */
export function createDesignateInstitution(pool: Pool, people: PersonStore) {
  return async function designateInstitution(effect: EffectInput): Promise<EffectResult> {
    const { kind, signedOn, from, to, merchantNo } = inputOf('designateInstitution', effect);
    const { caseNo, agency } = effect;
    const { name, idNumber } = await people.applicantOf(caseNo);
    await pool.query(
      `insert into designated_institution
         (agency, credit_code, kind, name, merchant_no, office_id, organisation, designated_on, ended_on, agreed_until, signed_on, case_no)
       select $1, $2, $3, $4, $5, office_id,
              (select id from organisation where organisation.subject = case_file.subject and kind = 'institution' limit 1),
              $6, $7, $7, $8, case_no
         from case_file where case_no = $9
       on conflict (agency, credit_code, designated_on) do update set
         kind = excluded.kind, name = excluded.name, merchant_no = coalesce(excluded.merchant_no, designated_institution.merchant_no),
         office_id = excluded.office_id, organisation = excluded.organisation, ended_on = excluded.ended_on,
         agreed_until = excluded.agreed_until, signed_on = excluded.signed_on, case_no = excluded.case_no, end_reason = null
       where designated_institution.case_no is distinct from excluded.case_no`,
      [agency, idNumber, kind, name, merchantNo ?? null, from, to, signedOn, caseNo],
    );
    return { outcome: 'done', data: { creditCode: idNumber } };
  };
}
