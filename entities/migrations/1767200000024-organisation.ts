import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Those outside every agency who apply and do their part: 定点机构, 用人单位, 学校, 村居与镇街, 评估与护理机构, and a person's own account.
 * `subject` is the blind index of the credit code or identity number, the same as an applicant's: it finds the cases that concern them.
 */
export class Organisation1767200000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        id text primary key,
        kind text not null,
        name text not null,
        agency text,
        credit_code text,
        subject text
      );
      create index organisation_of_agency on organisation (agency, kind);
      alter table account add column organisation text;
      create index account_of_organisation on account (organisation) where organisation is not null;
      create index task_of_organisation on task (unit, case_no)
       where role in ('institution', 'employer', 'school', 'community', 'assessor', 'person');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index task_of_organisation;
      alter table account drop column organisation;
      drop table organisation;
    `);
  }
}
