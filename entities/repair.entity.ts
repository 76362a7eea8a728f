import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A repair of a stuck case, from its proposal to the check that the case moved. */
@Entity('repair')
export class RepairEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  repairNo: string;

  @Column('text')
  caseNo: string;

  @Column('text')
  agency: string;

  @Column('text')
  kind: string;

  @Column('text')
  reason: string;

  @Column({ type: 'jsonb', default: {} })
  input: Record<string, unknown>;

  @Column('text')
  state: string;

  @Column('text')
  classBefore: string;

  @Column('int')
  seqBefore: number;

  @Column('text')
  proposedBy: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  proposedAt: Date;

  @Column({ type: 'text', nullable: true })
  confirmedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  doneAt: Date | null;

  @Column({ type: 'text', nullable: true })
  error: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  checkedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  classAfter: string | null;

  @Column({ type: 'int', nullable: true })
  seqAfter: number | null;

  @Column({ type: 'timestamptz', nullable: true })
  alarmsFrom: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  alarmsUntil: Date | null;
}
