import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Telling people (催督办): rungs of the ladder as rows, what they became when they fired, the inboxes and the SMS waiting to be sent. */
export class Telling1767200000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rung (
        case_no text not null,
        clock_id text not null,
        arming integer not null,
        rung text not null,
        falls_on date,
        at timestamptz,
        receivers text[],
        sms boolean not null default false,
        state text not null,
        fired_at timestamptz,
        primary key (case_no, clock_id, arming, rung)
      ) with (fillfactor = 80);
      create index rung_due on rung (at) where state = 'pending';

      create table escalation (
        id uuid primary key default gen_random_uuid(),
        case_no text not null,
        clock_id text not null,
        arming integer not null,
        rung text not null,
        account text not null,
        receiver text not null,
        agency text,
        clock_name text,
        due_on date,
        at timestamptz not null,
        unique (case_no, clock_id, arming, rung, account)
      );
      create index escalation_of_agency on escalation (agency, at);
      create trigger escalation_kept before update or delete on escalation
        for each row execute function append_only();
      create trigger escalation_not_emptied before truncate on escalation
        for each statement execute function append_only();

      create table message (
        id uuid primary key default gen_random_uuid(),
        case_no text,
        key text not null,
        batch_id text,
        agency text,
        account text,
        unit text,
        role text,
        applicant boolean not null default false,
        kind text not null,
        text text not null,
        created_at timestamptz not null default now(),
        read_at timestamptz,
        read_by text,
        unique (case_no, key)
      );
      create index message_inbox on message (account, created_at desc, id) where account is not null;
      create index message_of_unit on message (unit, created_at desc, id) where unit is not null;
      create index message_of_role on message (agency, role, created_at desc, id) where role is not null;

      create table sms (
        id uuid primary key default gen_random_uuid(),
        key text not null unique,
        case_no text,
        batch_id text,
        person_id text,
        account text,
        text text not null,
        state text not null default 'pending',
        attempts integer not null default 0,
        last_error text,
        next_attempt_at timestamptz not null default now(),
        sent_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index sms_pending on sms (next_attempt_at) where state = 'pending';
      create index sms_of_case on sms (case_no);

      create table supervision_order (
        id uuid primary key default gen_random_uuid(),
        order_no text not null unique,
        case_no text not null,
        agency text not null,
        issued_by text not null,
        addressee text not null,
        text text not null,
        issued_at timestamptz not null default now(),
        reply_due_on date not null,
        reply text,
        replied_by text,
        replied_at timestamptz,
        card text,
        card_at timestamptz
      );
      create index supervision_order_of_case on supervision_order (case_no);
      create index supervision_order_open on supervision_order (agency, reply_due_on) where replied_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table supervision_order, sms, message, escalation, rung');
  }
}
