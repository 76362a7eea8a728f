import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements of designated institutions, signed in a case or entered by hand, and a city's set of pharmacies paid one by one. */
export class Agreements1767200000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table designated_institution
        add agreed_until date,
        add signed_on date,
        add end_reason text,
        add case_no text,
        drop constraint designated_institution_pkey,
        add primary key (agency, credit_code, designated_on);
      create index designated_institution_of_merchant on designated_institution (agency, merchant_no)
        where merchant_no is not null;
      create table settlement_line (
        case_no text not null,
        merchant_no text not null,
        credit_code text not null,
        name text not null,
        transactions int not null,
        claimed_fen bigint not null,
        deduction_fen bigint not null default 0,
        deduction_reason text,
        payee_ref text,
        payee_masked text,
        state text not null default 'waiting',
        attempt int not null default 0,
        payment_no text,
        refusal text,
        updated_at timestamptz not null default now(),
        primary key (case_no, merchant_no)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table settlement_line;
      drop index designated_institution_of_merchant;
      delete from designated_institution older using designated_institution newer
        where older.agency = newer.agency and older.credit_code = newer.credit_code and older.designated_on < newer.designated_on;
      alter table designated_institution
        drop constraint designated_institution_pkey,
        add primary key (agency, credit_code),
        drop agreed_until, drop signed_on, drop end_reason, drop case_no;
    `);
  }
}
