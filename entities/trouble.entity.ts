import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Something that keeps failing, with its attempts. */
@Entity('trouble')
export class TroubleEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column('text')
  kind: string;

  @Column('text')
  subject: string;

  @Column({ type: 'int', default: 1 })
  attempts: number;

  @Column('text')
  lastError: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  firstAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  lastAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  nextAttemptAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt: Date | null;
}
