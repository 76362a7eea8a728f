import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters as they came in, stored before anything is done with them; what did not fit; what the daily comparison found. */
export class Exchange1767200000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table letter_inbox (
        id uuid primary key default gen_random_uuid(),
        from_agency text not null,
        letter_no text not null,
        to_agency text not null,
        type text not null,
        in_reply_to text,
        subject text not null,
        issued_on date not null,
        received_on date not null,
        received_at timestamptz not null default now(),
        body_hash text not null,
        body_sealed text not null,
        state text not null,
        case_no text,
        reason text,
        attempts integer not null default 0,
        last_error text,
        updated_at timestamptz not null default now(),
        handled_by text,
        unique (from_agency, letter_no)
      );
      create index letter_inbox_todo on letter_inbox (to_agency, received_at) where state in ('unmatched', 'parked');
      create index letter_inbox_stored on letter_inbox (received_at) where state = 'stored';
      create index letter_inbox_search on letter_inbox (to_agency, subject, type) where state in ('unmatched', 'parked');
      create index letter_inbox_of_case on letter_inbox (case_no);

      create table letter_receipt (
        letter_no text not null,
        from_agency text not null,
        kind text not null,
        at timestamptz not null,
        reason text,
        case_no text,
        received_at timestamptz not null default now(),
        applied_at timestamptz,
        primary key (letter_no, from_agency, kind)
      );

      create table exchange_conflict (
        id uuid primary key default gen_random_uuid(),
        from_agency text not null,
        letter_no text not null,
        kept_hash text not null,
        refused_hash text not null,
        refused_sealed text not null,
        received_at timestamptz not null default now(),
        unique (from_agency, letter_no, refused_hash)
      );

      create table reconciliation_difference (
        id uuid primary key default gen_random_uuid(),
        day date not null,
        agency text not null,
        letter_no text not null,
        kind text not null,
        case_no text,
        detail text,
        found_at timestamptz not null default now(),
        resolved_at timestamptz,
        unique (day, letter_no, kind)
      );
      create index reconciliation_open on reconciliation_difference (agency, day) where resolved_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reconciliation_difference, exchange_conflict, letter_receipt, letter_inbox');
  }
}
