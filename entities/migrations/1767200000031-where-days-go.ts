import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where an open case stands on its flow chart and until when, where a closed one's days went (`case_step`, one row a place it stood at) and which way it
 * took (`case_result.path`); until when an order may be objected to.
 */
export class WhereDaysGo1767200000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_file add column waits_at text, add column waits_until date;
      alter table case_result add column path text[];
      create table case_step (
        case_no text not null,
        step text not null,
        agency text not null,
        item_code text,
        person text,
        concluded_on date not null,
        days integer not null,
        primary key (case_no, step)
      );
      create index case_step_of_item on case_step (agency, item_code, concluded_on) include (step, days, person);
      create function forget_steps() returns trigger language plpgsql as $$
      begin
        delete from case_step where case_no = old.case_no;
        return null;
      end $$;
      create trigger case_result_gone after delete on case_result for each row execute function forget_steps();
      alter table supervision_order add column objection_due_on date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table supervision_order drop column objection_due_on;
      drop trigger case_result_gone on case_result;
      drop function forget_steps;
      drop table case_step;
      alter table case_result drop column path;
      alter table case_file drop column waits_at, drop column waits_until;
    `);
  }
}
