import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A letter that the daily comparison found with one side only. */
@Entity('reconciliation_difference')
export class ReconciliationDifferenceEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('date')
  day: string;

  @Column('text')
  agency: string;

  @Column('text')
  letterNo: string;

  @Column('text')
  kind: string;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ type: 'text', nullable: true })
  detail: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  foundAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt: Date | null;
}
