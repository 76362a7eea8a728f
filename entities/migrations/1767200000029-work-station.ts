import type { MigrationInterface, QueryRunner } from 'typeorm';

const of = (roles: string): string => `
  drop index task_of_organisation;
  create index task_of_organisation on task (unit, case_no) where role in (${roles});`;

/** 医保工作站 (QD-4.1, QD-4.2, QD-5, QD-7.1 to QD-7.3) are organisations of a kind of their own: their tasks are found like those of the others outside. */
export class WorkStation1767200000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(of(`'institution', 'employer', 'school', 'community', 'assessor', 'workstation', 'person'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(of(`'institution', 'employer', 'school', 'community', 'assessor', 'person'`));
  }
}
