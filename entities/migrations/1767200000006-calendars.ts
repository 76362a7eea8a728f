import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars and their publication by two persons; how far the cases they re-date have been told. */
export class Calendars1767200000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_version (
        version text primary key,
        ordinal integer not null unique,
        calendar jsonb not null,
        notices jsonb not null,
        state text not null,
        created_by text,
        created_at timestamptz not null default now(),
        proposed_by text,
        proposed_at timestamptz,
        confirmed_by text,
        confirmed_at timestamptz,
        published_at timestamptz
      );
      create index calendar_newest on calendar_version (ordinal desc) include (version) where state = 'published';

      create table redating (
        proposal text primary key,
        version text not null,
        affected_from date,
        cursor text,
        expected integer not null default 0,
        told integer not null default 0,
        failed integer not null default 0,
        state text not null,
        started_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        finished_at timestamptz
      );

      create table redating_failure (
        proposal text not null,
        case_no text not null,
        attempts integer not null default 1,
        last_error text not null,
        last_at timestamptz not null default now(),
        resolved_at timestamptz,
        primary key (proposal, case_no)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table redating_failure, redating, calendar_version');
  }
}
