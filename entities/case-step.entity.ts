import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Working days that a closed case stood at one place of its flow chart. */
@Entity('case_step')
export class CaseStepEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  step: string;

  @Column('text')
  agency: string;

  @Column({ type: 'text', nullable: true })
  itemCode: string | null;

  @Column({ type: 'text', nullable: true })
  person: string | null;

  @Column('date')
  concludedOn: string;

  @Column('int')
  days: number;
}
