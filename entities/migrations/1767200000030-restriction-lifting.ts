import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A restriction is lifted by two persons: what one proposed waits for the other. */
export class RestrictionLifting1767200000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table restriction add lifting_proposed_by text, add lifting_proposed_at timestamptz, add lifting_proposal text',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table restriction drop lifting_proposed_by, drop lifting_proposed_at, drop lifting_proposal',
    );
  }
}
