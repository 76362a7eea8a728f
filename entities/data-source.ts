import { DataSource, type DataSourceOptions } from 'typeorm';
import { allEntities } from './all-entities';
import { allMigrations } from './migrations';
import { SnakeCase } from './naming';

/**
 * The application's database. The schema is made by migrations alone. Dates are plain text (`YYYY-MM-DD`), instants Date objects,
 * big integers text.
 */
export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: allEntities,
    migrations: allMigrations,
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeCase(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    poolSize,
    applicationName: 'due-process',
  };
}

export const dataSource = (url: string, poolSize?: number): DataSource =>
  new DataSource(dataSourceOptions(url, poolSize));
