import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of the pause ledger (暂停计时). */
@Entity('pause')
export class PauseEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  id: string;

  @Column({ type: 'text', nullable: true })
  cause: string | null;

  @Column({ type: 'text', nullable: true })
  legalBasis: string | null;

  @Column({ type: 'text', nullable: true })
  documentNo: string | null;

  @Column({ type: 'text', nullable: true })
  openedBy: string | null;

  @Column({ type: 'date', nullable: true })
  openedOn: string | null;

  @Column({ type: 'date', nullable: true })
  endedOn: string | null;

  @Column({ type: 'date', nullable: true })
  limitOn: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', array: true, nullable: true })
  clocks: string[] | null;
}
