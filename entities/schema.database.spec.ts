import { dataSource } from './data-source';
import { migrate } from './migration';
import { allMigrations } from './migrations';
import { type FreshDatabase, freshDatabase } from './testing/fresh-database';

jest.setTimeout(60_000);

describe('the schema', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('is what the entities say, column by column', async () => {
    const source = await dataSource(database.url, 2).initialize();
    const { rows } = await database.pool.query<{ name: string }>(
      `select table_name || '.' || column_name || case is_nullable when 'YES' then '?' else '' end as name
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'schema_migration'`,
    );
    const known = source.entityMetadatas.flatMap((entity) =>
      entity.columns.map(
        (column) => `${entity.tableName}.${column.databaseName}${column.isNullable && !column.isPrimary ? '?' : ''}`,
      ),
    );
    expect(known.sort()).toEqual(rows.map(({ name }) => name).sort());
    for (const entity of source.entityMetadatas) await source.getRepository(entity.target).find({ take: 1 });
    await source.destroy();
  });

  it('is migrated by two processes at once without harm, and again without effect', async () => {
    expect(await Promise.all([migrate(database.url), migrate(database.url)])).toEqual([[], []]);
  });

  it('goes back and forth', async () => {
    const source = await dataSource(database.url, 2).initialize();
    await source.query('drop view case_class');
    await source.query('drop function record_batch, write_projection, write_messages, clear_projection, event_hash');
    for (const _ of source.migrations) await source.undoLastMigration();
    const { rows } = await database.pool.query<{ count: string }>(
      `select count(*) from information_schema.tables where table_schema = 'public' and table_name <> 'schema_migration'`,
    );
    expect(rows[0]!.count).toBe('0');
    await source.destroy();
    expect(await migrate(database.url)).toHaveLength(allMigrations.length);
  });
});
