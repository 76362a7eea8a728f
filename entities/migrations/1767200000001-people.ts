import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies, accounts and the persons of the cases. Personal columns hold ciphertext; what lists show is the mask beside it. */
export class People1767200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agency (
        id text primary key,
        name text not null,
        number text not null,
        telephone text
      );

      create table unit (
        id text not null,
        agency text not null,
        name text not null,
        kind text not null,
        address text,
        telephone text,
        primary key (agency, id)
      );

      create table account (
        id text primary key,
        username text not null unique,
        password_hash text not null,
        display_name text not null,
        agency text not null,
        roles text[] not null,
        units text[] not null,
        phone_sealed text,
        active boolean not null default true,
        away_from date,
        away_to date,
        deputy text,
        created_at timestamptz not null default now()
      );
      create index account_of_agency on account (agency);

      create table session (
        token_hash text primary key,
        account_id text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        last_seen_at timestamptz not null default now()
      );
      create index session_of_account on session (account_id);
      create index session_expiry on session (expires_at);

      create table person (
        id text primary key,
        agency text not null,
        kind text not null,
        name_sealed text not null,
        name_masked text not null,
        name_index text not null,
        id_number_sealed text not null,
        id_number_masked text not null,
        id_number_index text not null,
        subject text not null,
        phone_sealed text,
        phone_masked text,
        phone_index text,
        bank_account_sealed text,
        bank_account_masked text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (agency, id_number_index)
      );
      create index person_by_name on person (name_index);
      create index person_by_phone on person (phone_index);

      create table sealed_value (
        id text primary key,
        agency text not null,
        kind text not null,
        ciphertext text not null,
        masked text not null,
        blind_index text not null,
        created_at timestamptz not null default now()
      );
      create index sealed_value_by_index on sealed_value (blind_index);

      create table reveal_log (
        id uuid primary key default gen_random_uuid(),
        account_id text not null,
        agency text not null,
        case_no text,
        person_id text,
        sealed_value_id text,
        fields text[] not null,
        reason text not null,
        at timestamptz not null default now()
      );
      create index reveal_of_case on reveal_log (case_no, at);
      create index reveal_of_account on reveal_log (account_id, at);

      create table audit (
        id uuid primary key default gen_random_uuid(),
        at timestamptz not null default now(),
        account_id text,
        agency text,
        action text not null,
        target text,
        outcome text not null,
        address text,
        detail jsonb not null default '{}'
      );
      create index audit_by_time on audit (at);
      create index audit_of_account on audit (account_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit, reveal_log, sealed_value, person, session, account, unit, agency');
  }
}
