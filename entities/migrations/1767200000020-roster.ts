import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of persons that employers and schools hand in, line by line. */
export class Roster1767200000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table roster (
        id uuid primary key,
        agency text not null,
        account_id text not null,
        file_name text not null,
        format text not null,
        bytes integer not null default 0,
        sha256 text not null default '',
        lines integer not null default 0,
        accepted integer not null default 0,
        rejected integer not null default 0,
        state text not null default 'reading',
        case_no text,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        settled_at timestamptz
      );
      create unique index roster_file on roster (account_id, sha256) where state in ('staged', 'processing');
      create index roster_case on roster (case_no) where case_no is not null;

      create table roster_line (
        roster_id uuid not null references roster (id) on delete cascade,
        line_no integer not null,
        name_sealed text not null,
        name_masked text not null,
        id_number_sealed text not null,
        id_number_masked text not null,
        subject text not null,
        state text not null default 'staged',
        reason text,
        record_no text,
        scheme text,
        settled_at timestamptz,
        primary key (roster_id, line_no)
      );
      create index roster_line_state on roster_line (roster_id, state, line_no);
      create index roster_line_person on roster_line (roster_id, subject, line_no);
      create index roster_line_registered on roster_line (scheme, subject) where state = 'accepted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table roster_line, roster');
  }
}
