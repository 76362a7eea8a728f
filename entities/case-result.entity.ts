import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Numbers of a closed case, taken once from its frozen clocks. */
@Entity('case_result')
export class CaseResultEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @Column('text')
  agency: string;

  @Column({ type: 'text', nullable: true })
  unit: string | null;

  @Column({ type: 'text', nullable: true })
  person: string | null;

  @Column({ type: 'text', nullable: true })
  itemCode: string | null;

  @Column({ type: 'text', nullable: true })
  outcome: string | null;

  @Column('date')
  concludedOn: string;

  @Column({ type: 'int', nullable: true })
  statutoryDays: number | null;

  @Column({ type: 'int', nullable: true })
  statutoryUsed: number | null;

  @Column({ type: 'boolean', nullable: true })
  statutoryInTime: boolean | null;

  @Column({ type: 'int', nullable: true })
  promisedDays: number | null;

  @Column({ type: 'int', nullable: true })
  promisedUsed: number | null;

  @Column({ type: 'boolean', nullable: true })
  promisedInTime: boolean | null;

  @Column({ type: 'int', default: 0 })
  repairedDays: number;

  @Column({ type: 'int', default: 0 })
  supplements: number;

  @Column({ type: 'int', default: 0 })
  secondNotices: number;

  @Column({ type: 'int', default: 0 })
  returns: number;

  @Column({ type: 'int', default: 0 })
  escalations: number;

  /** The places it stood at, one after the other. */
  @Column({ type: 'text', array: true, nullable: true })
  path: string[] | null;
}
