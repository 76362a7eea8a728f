import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a document said when it was first printed, and every print since. */
export class Documents1767200000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table document_original (
        case_no text not null,
        document_no text not null,
        template text not null,
        layout integer not null,
        sheet_sealed text not null,
        sha256 text not null,
        bytes integer not null,
        copies integer not null default 0,
        printed_at timestamptz not null default now(),
        primary key (case_no, document_no)
      );

      create table document_print (
        id uuid primary key default gen_random_uuid(),
        case_no text not null,
        document_no text not null,
        copy_no integer not null,
        printed_by text not null,
        agency text not null,
        sha256 text not null,
        outcome text not null,
        at timestamptz not null default now(),
        unique (case_no, document_no, copy_no)
      );
      create trigger document_print_kept before update or delete on document_print
        for each row execute function append_only();
      create trigger document_print_not_emptied before truncate on document_print
        for each statement execute function append_only();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table document_print, document_original');
  }
}
