import type { Catalog } from '@due-process/catalog';
import type { DataSource } from 'typeorm';
import { checkPassword, hashPassword } from '../session/password';
import { demoPeople } from './demo-people';

/** One hash for all, kept while the password stays: they share the password, and 25 hashes would cost seconds at every start. */
async function sharedHash(source: DataSource, password: string): Promise<string> {
  const [known] = await source.query<{ password_hash: string }[]>(
    `SELECT password_hash FROM account WHERE username = 'sys-admin'`,
  );
  const same = known && (await checkPassword(known.password_hash, password));
  return same ? known.password_hash : hashPassword(password);
}

export async function seedPeople(source: DataSource, catalog: Catalog, password: string): Promise<number> {
  const people = demoPeople(catalog);
  const hash = await sharedHash(source, password);
  for (const { username, displayName, agency, roles, units } of people) {
    await source.query(
      `INSERT INTO account (id, username, password_hash, display_name, agency, roles, units)
       VALUES ($1, $1, $2, $3, $4, $5, $6)
       ON CONFLICT (username) DO UPDATE
       SET password_hash = excluded.password_hash, display_name = excluded.display_name, agency = excluded.agency,
           roles = excluded.roles, units = excluded.units`,
      [username, hash, displayName, agency, roles, units],
    );
  }
  return people.length;
}
