import { createColumnCipher, type Keys } from '@due-process/secrets';
import { ApplicationFailure } from '@temporalio/common';
import type { Pool } from 'pg';

export interface PersonInClear {
  id: string;
  name: string;
  idNumber: string;
}

interface PersonColumns {
  id: string;
  name_sealed: string;
  id_number_sealed: string;
}

export interface PersonStore {
  /** The applicant of a case, opened only here and only for the moment of sending. */
  applicantOf(caseNo: string): Promise<PersonInClear>;
  /** How the applicant is reached, when it is known. */
  phoneOf(caseNo: string): Promise<string | undefined>;
  /** The text behind the reference that a case holds instead of it. */
  sealedValue(id: string): Promise<string>;
}

export function createPersonStore(pool: Pool, keys: Pick<Keys, 'column'>): PersonStore {
  const cipher = createColumnCipher(keys);
  return {
    async applicantOf(caseNo) {
      const { rows } = await pool.query<PersonColumns>(
        `select person.id, person.name_sealed, person.id_number_sealed
         from case_file join person on person.id = case_file.person_id
         where case_file.case_no = $1`,
        [caseNo],
      );
      const [row] = rows;
      if (!row) throw unknown('the case has no person row');
      return { id: row.id, name: cipher.open(row.name_sealed), idNumber: cipher.open(row.id_number_sealed) };
    },
    async phoneOf(caseNo) {
      const { rows } = await pool.query<{ phone_sealed: string | null }>(
        'select phone_sealed from case_file join person on person.id = case_file.person_id where case_file.case_no = $1',
        [caseNo],
      );
      const sealed = rows[0]?.phone_sealed;
      return sealed ? cipher.open(sealed) : undefined;
    },
    async sealedValue(id) {
      const { rows } = await pool.query<{ ciphertext: string }>('select ciphertext from sealed_value where id = $1', [
        id,
      ]);
      const [row] = rows;
      if (!row) throw unknown('the sealed value is missing');
      return cipher.open(row.ciphertext);
    },
  };
}

const unknown = (message: string): ApplicationFailure => ApplicationFailure.retryable(message, 'PERSON_UNKNOWN');
