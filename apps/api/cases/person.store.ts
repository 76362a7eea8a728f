import { Inject, Injectable } from '@nestjs/common';
import type { ApplicantRef } from '@due-process/contracts';
import { isOrganisation, maskedName, maskedNumber, type Applicant } from '@due-process/domain';
import { createBlindIndex, createColumnCipher, createSubject, type Keys } from '@due-process/secrets';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Database, preparedIn } from '../platform/database/database';
import { KEYS } from '../platform/keys/keys.module';

export interface MaskedPerson {
  name: string;
  idNumber: string;
  phone?: string;
}

export interface FullPerson {
  name: string;
  idNumber: string;
  phone?: string;
}

export interface MaskedRow {
  name_masked: string | null;
  id_number_masked: string | null;
  phone_masked: string | null;
}

interface SealedPerson {
  name_sealed: string;
  id_number_sealed: string;
  phone_sealed: string | null;
}

/** What a row shows of its person; undefined where there is none. */
export function maskedOf({ name_masked: name, id_number_masked: idNumber, phone_masked: phone }: MaskedRow) {
  if (name === null || idNumber === null) return undefined;
  return { name, idNumber, ...(phone ? { phone } : {}) } satisfies MaskedPerson;
}

const keepPerson = {
  name: 'keep_person',
  text: `
      insert into person (id, agency, kind, name_sealed, name_masked, name_index, id_number_sealed, id_number_masked,
                           id_number_index, subject, phone_sealed, phone_masked, phone_index)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (agency, id_number_index) do update set
         kind = excluded.kind, name_sealed = excluded.name_sealed, name_masked = excluded.name_masked,
         name_index = excluded.name_index, phone_sealed = coalesce(excluded.phone_sealed, person.phone_sealed),
         phone_masked = coalesce(excluded.phone_masked, person.phone_masked),
         phone_index = coalesce(excluded.phone_index, person.phone_index), updated_at = now()
       returning id`,
};

/** Persons of the cases: sealed columns, blind indexes for search, masks for lists. One row for a person in an agency. */
@Injectable()
export class PersonStore {
  private readonly cipher;
  private readonly index;
  private readonly subject;

  constructor(
    @Inject(KEYS) keys: Keys,
    private readonly database: Database,
  ) {
    this.cipher = createColumnCipher(keys);
    this.index = createBlindIndex(keys);
    this.subject = createSubject(keys);
  }

  subjectOf(idNumber: string): string {
    return this.subject(idNumber);
  }

  indexOfIdNumber(idNumber: string): string {
    return this.index('idNumber', idNumber);
  }

  indexOfName(name: string): string {
    return this.index('name', name);
  }

  /** A known person's name and telephone follow the newest application. */
  async keep(manager: EntityManager, agency: string, person: Applicant): Promise<ApplicantRef> {
    const { name, idNumber, phone, kind } = person;
    const subject = this.subjectOf(idNumber);
    const masked = isOrganisation(person)
      ? { name, idNumber }
      : { name: maskedName(name), idNumber: maskedNumber(idNumber) };
    const rows = await preparedIn<{ id: string }>(manager, keepPerson, [
      `p_${randomUUID()}`,
      agency,
      kind,
      this.cipher.seal(name),
      masked.name,
      this.index('name', name),
      this.cipher.seal(idNumber),
      masked.idNumber,
      this.indexOfIdNumber(idNumber),
      subject,
      phone ? this.cipher.seal(phone) : null,
      phone ? maskedNumber(phone) : null,
      phone ? this.index('phone', phone) : null,
    ]);
    return { personId: rows[0]?.id ?? '', kind, masked: masked.name, subject };
  }

  async masked(personId: string): Promise<MaskedPerson | undefined> {
    const [row] = await this.database.query<MaskedRow>(
      'select name_masked, id_number_masked, phone_masked from person where id = $1',
      [personId],
    );
    return row && maskedOf(row);
  }

  /** In the clear: for a lookup that a command needs, and for a recorded reveal. */
  async full(personId: string): Promise<FullPerson | undefined> {
    const [row] = await this.database.query<SealedPerson>(
      'select name_sealed, id_number_sealed, phone_sealed from person where id = $1',
      [personId],
    );
    if (!row) return undefined;
    const phone = row.phone_sealed ? { phone: this.cipher.open(row.phone_sealed) } : {};
    return { name: this.cipher.open(row.name_sealed), idNumber: this.cipher.open(row.id_number_sealed), ...phone };
  }
}
