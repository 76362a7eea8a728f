import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the agency takes what in, who may not apply, and which case came in under which window. A round (批次) is a window that has a course of its
 * own: `round` holds how far it is.
 */
export class Admission1767200000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acceptance_window (
        id text primary key,
        region text not null,
        kind text not null,
        item_codes text[] not null,
        name text not null,
        opens_on date not null,
        closes_on date not null,
        data jsonb not null default '{}',
        published_by text,
        published_at timestamptz not null default now(),
        withdrawn_by text,
        withdrawn_at timestamptz,
        withdrawal_reason text
      );
      create index acceptance_window_live on acceptance_window (region, kind, opens_on) where withdrawn_at is null;

      create table admission (
        case_no text primary key,
        region text not null,
        kind text not null,
        window_id text,
        item_code text not null,
        received_on date not null,
        told text[] not null default '{}',
        admitted_at timestamptz not null default now()
      );
      create index admission_window on admission (window_id, case_no);
      create index admission_kept on admission (region, item_code) where window_id is null;

      create table round (
        window_id text primary key,
        step text not null,
        reached jsonb not null default '{}',
        updated_at timestamptz not null default now()
      );

      create table restriction (
        id text primary key,
        region text not null,
        subject text not null,
        item_codes text[] not null,
        starts_on date not null,
        quantity integer not null,
        unit text not null,
        until date not null,
        reason text not null,
        case_no text not null,
        created_at timestamptz not null default now(),
        lifted_by text,
        lifted_at timestamptz,
        lifting_reason text
      );
      create index restriction_subject on restriction (region, subject) where lifted_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table restriction, round, admission, acceptance_window');
  }
}
