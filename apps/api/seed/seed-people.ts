import type { Catalog } from '@due-process/catalog';
import type { DataSource } from 'typeorm';
import { checkPassword, hashPassword } from '../session/password';
import { demoOrganisations } from './demo-organisations';
import { demoPeople } from './demo-people';

/** One hash for all, kept while the password stays: they share the password, and 25 hashes would cost seconds at every start. */
async function sharedHash(source: DataSource, password: string): Promise<string> {
  const [known] = await source.query<{ password_hash: string }[]>(
    `SELECT password_hash FROM account WHERE username = 'sys-admin'`,
  );
  const same = known && (await checkPassword(known.password_hash, password));
  return same ? known.password_hash : hashPassword(password);
}

type Subject = (number: string) => string;

async function seedOrganisations(source: DataSource, subjectOf: Subject): Promise<void> {
  for (const { id, kind, name, agency, creditCode, idNumber } of demoOrganisations) {
    const number = creditCode ?? idNumber;
    await source.query(
      `INSERT INTO organisation (id, kind, name, agency, credit_code, subject) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE
       SET kind = excluded.kind, name = excluded.name, agency = excluded.agency, credit_code = excluded.credit_code,
           subject = excluded.subject`,
      [id, kind, name, agency, creditCode, number ? subjectOf(number) : null],
    );
  }
}

/** `subjectOf`: the blind index of the installation, by which cases find those whom they concern. */
export async function seedPeople(
  source: DataSource,
  catalog: Catalog,
  { password, subjectOf }: { password: string; subjectOf: Subject },
): Promise<number> {
  await seedOrganisations(source, subjectOf);
  const people = demoPeople(catalog);
  const hash = await sharedHash(source, password);
  for (const { username, displayName, agency, roles, units, organisation } of people) {
    await source.query(
      `INSERT INTO account (id, username, password_hash, display_name, agency, roles, units, organisation)
       VALUES ($1, $1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (username) DO UPDATE
       SET password_hash = excluded.password_hash, display_name = excluded.display_name, agency = excluded.agency,
           roles = excluded.roles, units = excluded.units, organisation = excluded.organisation`,
      [username, hash, displayName, agency, roles, units, organisation ?? null],
    );
  }
  return people.length;
}
