import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people read of a case: a fold of its events, replaced by `record_batch` alone and rebuilt from the journal at any time.
 *
 * `tab` is the worklist tab (待接件 待受理 待补正 已暂停 待办结). `sort_on` is the order of every list: open cases by remaining time, a step's own limit counting too,
 * those without a limit after them, closed ones last; with the case number it is the key of the pages. The partial indexes hold
 * the open tenth of a million cases.
 */
export class CaseFile1767200000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_file (
        case_no text primary key,
        item_code text,
        edition text,
        rules_hash text,
        agency text,
        office_id text,
        channel text,
        variant text,
        mode text,
        phase text,
        outcome text,
        person_id text,
        applicant_masked text,
        subject text,
        seq integer,
        version integer,
        stage_name text,
        assignee text,
        unit text,
        received_on date,
        accepted_on date,
        concluded_on date,
        served_on date,
        statutory_due_on date,
        promised_due_on date,
        due_on date,
        step_due_on date,
        yellow_on date,
        paused boolean,
        waiting_for text,
        calendar_version text,
        horizon_on date,
        open boolean not null default true,
        ended boolean not null default false,
        last_batch_id text,
        last_digest text,
        run_id text,
        updated_at timestamptz not null default now(),
        tab text generated always as (
          case
            when not open then 'closed'
            when paused then 'paused'
            when phase = 'awaitingIntake' then 'intake'
            when phase = 'received' then 'acceptance'
            when phase = 'awaitingSupplement' then 'supplement'
            else 'conclusion'
          end
        ) stored,
        sort_on date not null generated always as (
          case
            when not open then make_date(9999, 12, 31)
            else coalesce(least(due_on, step_due_on), make_date(9999, 12, 30))
          end
        ) stored
      ) with (fillfactor = 80);
      create index case_file_list on case_file (agency, sort_on, case_no);
      create index case_file_tab on case_file (agency, tab, sort_on, case_no) where open;
      create index case_file_unit on case_file (unit, tab, sort_on, case_no) where open;
      create index case_file_assignee on case_file (assignee, sort_on, case_no) where open;
      create index case_file_item on case_file (agency, item_code, sort_on, case_no) where open;
      create index case_file_person on case_file (person_id);
      create index case_file_subject on case_file (subject, item_code);
      create index case_file_calendar on case_file (calendar_version, case_no) include (horizon_on) where open;
      create index case_file_owed on case_file (agency, sort_on, case_no) where not open and not ended and due_on is not null;
      create index case_file_running on case_file (case_no) where not ended;

      create table task (
        case_no text not null,
        key text not null,
        agency text,
        stage text,
        name text,
        shows text,
        role text,
        unit text,
        assignee text,
        delegated_by text,
        cosigners jsonb,
        awaiting jsonb,
        opened_on date,
        opened_at timestamptz,
        arming integer,
        reminders integer,
        done boolean not null default false,
        primary key (case_no, key)
      ) with (fillfactor = 80);
      create index task_open on task (case_no) where not done;
      create index task_of_assignee on task (assignee, case_no) where not done;

      create table clock (
        case_no text not null,
        id text not null,
        arming integer,
        kind text,
        name text,
        quantity integer,
        unit text,
        extended_by integer,
        started_on date,
        start_fact text,
        state text,
        due_on date,
        ended_on date,
        used integer,
        calendar_version text,
        passed_rungs text[],
        recorded_at timestamptz,
        primary key (case_no, id)
      ) with (fillfactor = 80);
      create index clock_late on clock (due_on, case_no) where state in ('running', 'overrun');

      create table pause (
        case_no text not null,
        id text not null,
        cause text,
        legal_basis text,
        document_no text,
        opened_by text,
        opened_on date,
        ended_on date,
        limit_on date,
        reason text,
        clocks text[],
        primary key (case_no, id)
      );

      create table letter (
        case_no text not null,
        letter_no text not null,
        direction text not null,
        type text,
        agency text,
        other text,
        in_reply_to text,
        issued_on date,
        key text,
        state text,
        received_on date,
        body jsonb,
        primary key (case_no, letter_no, direction)
      );
      create index letter_by_number on letter (letter_no);
      create index letter_undelivered on letter (agency, issued_on) where direction = 'out' and state in ('queued', 'delivered');

      create table document (
        case_no text not null,
        document_no text not null,
        type text,
        name text,
        issued_on date,
        data jsonb,
        primary key (case_no, document_no)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table document, letter, pause, clock, task, case_file');
  }
}
