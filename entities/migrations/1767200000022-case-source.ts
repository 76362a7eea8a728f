import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases that open by themselves: one for (item, subject, period or source number), for ever. The table takes the place of the column that
 * `opening` had for it, and says besides what kind of source it was.
 */
export class CaseSource1767200000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_source (
        item_code text not null,
        subject text not null,
        reference text not null,
        kind text not null,
        agency text not null,
        case_no text not null unique,
        opened_at timestamptz not null default now(),
        primary key (item_code, subject, reference)
      );
      create index case_source_by_reference on case_source (agency, item_code, reference);
      alter table opening drop column source_key;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_source; alter table opening add column source_key text unique');
  }
}
