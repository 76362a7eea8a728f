import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the cases have been told of a published calendar. */
@Entity('redating')
export class RedatingEntity {
  @PrimaryColumn('text')
  proposal: string;

  @Column('text')
  version: string;

  @Column({ type: 'date', nullable: true })
  affectedFrom: string | null;

  /** The last case number told. */
  @Column({ type: 'text', nullable: true })
  cursor: string | null;

  @Column({ type: 'int', default: 0 })
  expected: number;

  @Column({ type: 'int', default: 0 })
  told: number;

  @Column({ type: 'int', default: 0 })
  failed: number;

  @Column('text')
  state: 'running' | 'finished';

  @Column({ type: 'timestamptz', default: () => 'now()' })
  startedAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}
