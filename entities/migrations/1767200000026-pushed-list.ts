import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists that other departments push (免申即享): stored whole, worked off line by line. */
export class PushedList1767200000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pushed_list (
        sender text not null,
        list_no text not null,
        agency text not null,
        kind text not null,
        department text not null,
        issued_on date not null,
        body_hash text not null,
        received_at timestamptz not null default now(),
        primary key (sender, list_no)
      );

      create table pushed_line (
        sender text not null,
        list_no text not null,
        line integer not null,
        body_sealed text not null,
        state text not null default 'waiting',
        case_no text,
        reason text,
        attempts integer not null default 0,
        updated_at timestamptz not null default now(),
        primary key (sender, list_no, line),
        foreign key (sender, list_no) references pushed_list (sender, list_no) on delete cascade
      );
      create index pushed_line_waiting on pushed_line (updated_at) where state = 'waiting';
      create unique index pushed_line_case on pushed_line (case_no) where case_no is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pushed_line; drop table pushed_list');
  }
}
