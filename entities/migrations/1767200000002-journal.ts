import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The journal (日志) of every case. `entry` is the physical order of the rows; `seq` the number of the event, which a void marker
 * lacks and which is used again when an abandoned batch is replaced. Nothing here refuses a batch for its content: no checks, no
 * foreign keys.
 */
export class Journal1767200000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_event (
        case_no text not null,
        entry integer not null,
        seq integer,
        type text not null,
        data jsonb not null,
        version integer,
        actor text,
        occurred_on date,
        recorded_at timestamptz not null,
        command_key text,
        command_mac text,
        command_action text,
        batch_id text not null,
        written_at timestamptz not null,
        run_id text,
        digest text,
        prev_hash bytea,
        hash bytea not null,
        voided_at timestamptz,
        voided_by text,
        primary key (case_no, entry)
      );
      create unique index case_event_live on case_event (case_no, seq) where voided_at is null and seq is not null;
      create index case_event_command on case_event (case_no, command_key) where command_key is not null;

      create table case_rules (
        hash text primary key,
        item_code text not null,
        edition text not null,
        rules jsonb not null,
        created_at timestamptz not null default now()
      );

      create function append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are append-only', tg_table_name using errcode = 'DP002';
      end $$;

      create function voided_only() returns trigger language plpgsql as $$
      declare
        after record := new;
      begin
        if old.voided_at is null and new.voided_at is not null then
          after.voided_at := null;
          after.voided_by := old.voided_by;
          if after is not distinct from old then
            return new;
          end if;
        end if;
        raise exception 'rows of % are append-only', tg_table_name using errcode = 'DP002';
      end $$;

      create trigger case_event_voided_only before update on case_event
        for each row execute function voided_only();
      create trigger case_event_kept before delete on case_event
        for each row execute function append_only();
      create trigger case_event_not_emptied before truncate on case_event
        for each statement execute function append_only();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table case_rules, case_event;
      drop function voided_only(), append_only();
    `);
  }
}
