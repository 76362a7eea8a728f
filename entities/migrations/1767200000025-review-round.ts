import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Review rounds (季度审核): one for (agency, item, period), and the cases that each took up or could not reach yet. */
export class ReviewRound1767200000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_round (
        id text primary key,
        agency text not null,
        item_code text not null,
        round text not null,
        period text not null,
        review_on date not null,
        state text not null default 'open',
        opened_by text,
        opened_at timestamptz not null default now(),
        finished_at timestamptz,
        unique (agency, item_code, period)
      );
      create table review_round_case (
        round_id text not null,
        case_no text not null,
        told_at timestamptz,
        failures integer not null default 0,
        last_error text,
        primary key (round_id, case_no)
      );
      create index clock_awaiting_round on clock (start_fact, case_no) where state = 'running' and start_fact like 'roundAwaited:%';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index clock_awaiting_round; drop table review_round_case; drop table review_round');
  }
}
