import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case that could not be told of a calendar yet. */
@Entity('redating_failure')
export class RedatingFailureEntity {
  @PrimaryColumn('text')
  proposal: string;

  @PrimaryColumn('text')
  caseNo: string;

  @Column({ type: 'int', default: 1 })
  attempts: number;

  @Column('text')
  lastError: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  lastAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt: Date | null;
}
