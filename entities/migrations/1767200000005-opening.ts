import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Opening a case and what the API keeps for itself. `duplicate_key` holds (agency, item, subject) while a case of it is open, so
 * that a second one is refused before a number is minted.
 */
export class Opening1767200000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_counter (
        agency text not null,
        day date not null,
        serial integer not null,
        primary key (agency, day)
      );

      create table opening (
        id uuid primary key default gen_random_uuid(),
        account_id text not null,
        route text not null,
        key text not null,
        body_mac text not null,
        case_no text not null unique,
        agency text not null,
        query_code_hash text not null,
        query_code_sealed text not null,
        duplicate_key text,
        released_at timestamptz,
        source_key text unique,
        start jsonb,
        answer jsonb,
        created_at timestamptz not null default now(),
        answered_at timestamptz,
        unique (account_id, route, key)
      );
      create unique index opening_duplicate on opening (duplicate_key)
        where duplicate_key is not null and released_at is null;
      create index opening_unanswered on opening (created_at) where answered_at is null;

      create table idempotency (
        account_id text not null,
        route text not null,
        key text not null,
        body_mac text not null,
        status integer,
        answer jsonb,
        created_at timestamptz not null default now(),
        answered_at timestamptz,
        primary key (account_id, route, key)
      );
      create index idempotency_age on idempotency (created_at);

      create table draft (
        id uuid primary key default gen_random_uuid(),
        account_id text not null,
        agency text not null,
        item_code text not null,
        content_sealed text not null,
        updated_at timestamptz not null default now()
      );
      create index draft_of_account on draft (account_id, updated_at desc);

      create table upload (
        id uuid primary key default gen_random_uuid(),
        account_id text not null,
        agency text not null,
        case_no text,
        material_id text,
        file_name text not null,
        media_type text not null,
        bytes bigint not null,
        sha256 text not null,
        location text not null,
        created_at timestamptz not null default now()
      );
      create index upload_of_case on upload (case_no);

      create table rating (
        id uuid primary key default gen_random_uuid(),
        case_no text not null,
        visit text not null,
        level integer not null,
        phrases text[] not null default '{}',
        remark text,
        given_at timestamptz not null default now(),
        unique (case_no, visit)
      );

      create table trouble (
        case_no text not null,
        activity text not null,
        key text not null,
        attempt integer not null,
        code text not null,
        since timestamptz not null,
        at timestamptz not null,
        primary key (case_no, activity, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table trouble, rating, upload, draft, idempotency, opening, case_counter');
  }
}
