import { loadCatalog, loadShippedCalendar, type Catalog } from '@due-process/catalog';
import type { DataSource } from 'typeorm';

/**
 * What every installation starts with: agencies, units, the rules of the catalogue and the shipped calendar. Runs at every start;
 * rows that are there already are brought up to the catalogue, never removed, since cases refer to them.
 */
export async function seedFacts(source: DataSource, catalog: Catalog = loadCatalog()): Promise<void> {
  await seedAgencies(source, catalog);
  await seedRules(source, catalog);
  await seedCalendar(source);
}

async function seedAgencies(source: DataSource, catalog: Catalog): Promise<void> {
  for (const { region, name, code } of catalog.agencies) {
    await source.query(
      `INSERT INTO agency (id, name, number) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, number = excluded.number`,
      [region, name, code],
    );
    const offices = new Map(catalog.offices(region).map((office) => [office.id, office]));
    for (const { id, name: unitName, kind } of catalog.units(region)) {
      await source.query(
        `INSERT INTO unit (id, agency, name, kind, address, telephone) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (agency, id) DO UPDATE
         SET name = excluded.name, kind = excluded.kind, address = excluded.address, telephone = excluded.telephone`,
        [id, region, unitName, kind, offices.get(id)?.address ?? null, offices.get(id)?.telephone ?? null],
      );
    }
  }
}

async function seedRules(source: DataSource, catalog: Catalog): Promise<void> {
  for (const { code } of catalog.items()) {
    const pinned = catalog.rules(code);
    if (!pinned) continue;
    await source.query(
      'INSERT INTO case_rules (hash, item_code, edition, rules) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING',
      [pinned.hash, code, pinned.rules.edition, JSON.stringify(pinned.rules)],
    );
  }
}

/** The shipped version is published once; a later one that people published stays the newest. */
async function seedCalendar(source: DataSource): Promise<void> {
  const { calendar, notices } = loadShippedCalendar();
  await source.query(
    `INSERT INTO calendar_version (version, ordinal, calendar, notices, state, published_at)
     SELECT $1, coalesce(max(ordinal), 0) + 1, $2, $3, 'published', now() FROM calendar_version
     ON CONFLICT DO NOTHING`,
    [calendar.version, JSON.stringify(calendar), JSON.stringify(notices)],
  );
}
