import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person of a roster. What cannot be registered keeps its reason in words; `scheme` is the insurance and year it was registered for. */
@Entity('roster_line')
export class RosterLineEntity {
  @PrimaryColumn('uuid')
  rosterId: string;

  /** Row of the sheet as its reader counts it: the header is row 1. */
  @PrimaryColumn('int')
  lineNo: number;

  @Column('text')
  nameSealed: string;

  @Column('text')
  nameMasked: string;

  @Column('text')
  idNumberSealed: string;

  @Column('text')
  idNumberMasked: string;

  @Column('text')
  subject: string;

  @Column('text', { default: 'staged' })
  state: 'staged' | 'accepted' | 'rejected';

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  recordNo: string | null;

  @Column({ type: 'text', nullable: true })
  scheme: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;
}
