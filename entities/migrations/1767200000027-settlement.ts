import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Monthly settlement: for whom a case opens by itself, and the card data from which pharmacies are settled. */
export class Settlement1767200000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table designated_institution (
        agency text not null,
        credit_code text not null,
        kind text not null,
        name text not null,
        merchant_no text,
        office_id text,
        organisation text,
        designated_on date not null,
        ended_on date,
        primary key (agency, credit_code)
      );
      create table card_transaction (
        agency text not null,
        transaction_no text not null,
        merchant_no text not null,
        merchant_name text not null,
        traded_on date not null,
        amount_fen bigint not null,
        received_at timestamptz not null default now(),
        primary key (agency, transaction_no)
      );
      create index card_transaction_of_merchant on card_transaction (agency, merchant_no, traded_on);
      create index card_transaction_of_day on card_transaction (agency, traded_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table card_transaction, designated_institution');
  }
}
