import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Work on many cases at once: previewed, confirmed, then done case by case. */
@Entity('bulk_run')
export class BulkRunEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  agency: string;

  @Column('text')
  kind: string;

  @Column('jsonb')
  input: Record<string, unknown>;

  @Column('text')
  reason: string;

  @Column('text')
  state: string;

  @Column('jsonb')
  actor: Record<string, unknown>;

  @Column('text')
  createdBy: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}
