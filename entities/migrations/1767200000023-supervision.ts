import type { MigrationInterface, QueryRunner } from 'typeorm';
import { supervisionResults } from './supervision-results';

/**
 * What supervision knows besides the cases' own rows: whether workers live, what the engine says of runs, repairs and what came of them, bulk
 * work line by line, cards given by rule with their objections, and the frozen numbers of closed cases. `case_file_board` holds what the board
 * counts by, so that counting 100,000 open cases reads the index alone.
 */
export class Supervision1767200000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table worker_beat (
        identity text not null,
        queue text not null,
        started_at timestamptz not null default now(),
        at timestamptz not null default now(),
        primary key (identity, queue)
      );

      create table run_fault (
        case_no text not null,
        kind text not null,
        code text not null,
        detail text,
        since timestamptz not null default now(),
        at timestamptz not null default now(),
        primary key (case_no, kind)
      );

      create table queue_state (
        queue text not null,
        type text not null,
        backlog integer not null,
        oldest_seconds integer not null,
        pollers integer not null,
        at timestamptz not null default now(),
        primary key (queue, type)
      );

      create table sweep (
        name text primary key,
        seen_to timestamptz not null,
        at timestamptz not null default now(),
        took_ms integer not null default 0
      );

      create table repair (
        id uuid primary key default gen_random_uuid(),
        repair_no text not null unique,
        case_no text not null,
        agency text not null,
        kind text not null,
        reason text not null,
        input jsonb not null default '{}',
        state text not null,
        class_before text not null,
        seq_before integer not null,
        proposed_by text not null,
        proposed_at timestamptz not null default now(),
        confirmed_by text,
        confirmed_at timestamptz,
        done_at timestamptz,
        error text,
        checked_at timestamptz,
        class_after text,
        seq_after integer,
        alarms_from timestamptz,
        alarms_until timestamptz
      );
      create index repair_of_case on repair (case_no, proposed_at);
      create index repair_of_agency on repair (agency, proposed_at desc);
      create index repair_to_check on repair (done_at) where state = 'done';
      create index repair_alarms on repair (case_no, alarms_until) where alarms_until is not null;

      create table bulk_run (
        id uuid primary key default gen_random_uuid(),
        agency text not null,
        kind text not null,
        input jsonb not null,
        reason text not null,
        state text not null,
        actor jsonb not null,
        created_by text not null,
        created_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz
      );
      create index bulk_run_of_agency on bulk_run (agency, created_at desc);
      create table bulk_line (
        run_id uuid not null,
        case_no text not null,
        task_key text not null,
        state text not null default 'pending',
        code text,
        detail text,
        before jsonb not null default '{}',
        attempts integer not null default 0,
        at timestamptz,
        primary key (run_id, case_no, task_key)
      );
      create index bulk_line_pending on bulk_line (run_id, case_no) where state = 'pending';

      create table card_rule (
        agency text not null,
        rule text not null,
        level text not null,
        after_days integer not null,
        reply_days integer not null,
        active boolean not null default true,
        primary key (agency, rule, level)
      );
      insert into card_rule (agency, rule, level, after_days, reply_days) values
        ('*', 'stepLate', 'yellow', 1, 3), ('*', 'totalLate', 'yellow', 1, 3), ('*', 'totalLate', 'red', 5, 3),
        ('*', 'missingNotice', 'yellow', 0, 3), ('*', 'unlawfulRefusal', 'red', 0, 3);

      alter table supervision_order
        add column rule text,
        add column occasion text unique,
        add column objection text,
        add column objected_by text,
        add column objected_at timestamptz,
        add column objection_answer text,
        add column withdrawn_by text,
        add column withdrawn_at timestamptz;
      create function kept_order() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then raise exception 'orders and cards are permanent'; end if;
        if (new.order_no, new.case_no, new.agency, new.issued_by, new.addressee, new.text, new.issued_at, new.card, new.rule)
          is distinct from (old.order_no, old.case_no, old.agency, old.issued_by, old.addressee, old.text, old.issued_at, old.card, old.rule)
        then raise exception 'orders and cards are permanent'; end if;
        return new;
      end $$;
      create trigger supervision_order_kept before update or delete on supervision_order
        for each row execute function kept_order();

      create index escalation_of_case on escalation (case_no);
      create index case_file_board on case_file (agency, case_no) include (
        waiting_for, phase, assignee, unit, item_code, stage_name, paused, due_on, step_due_on, yellow_on, updated_at) where open;
    `);
    await runner.query(supervisionResults.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(supervisionResults.down);
    await runner.query(`
      drop index escalation_of_case;
      drop index case_file_board;
      drop trigger supervision_order_kept on supervision_order;
      drop function kept_order;
      alter table supervision_order drop column rule, drop column occasion, drop column objection, drop column objected_by,
        drop column objected_at, drop column objection_answer, drop column withdrawn_by, drop column withdrawn_at;
      drop table card_rule, bulk_line, bulk_run, repair, sweep, queue_state, run_fault, worker_beat;
    `);
  }
}
