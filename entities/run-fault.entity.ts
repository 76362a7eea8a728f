import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the engine says of a run that its rows cannot tell: a failing workflow task, a run that is gone, a run without a case. */
@Entity('run_fault')
export class RunFaultEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  kind: 'taskFailing' | 'runMissing' | 'runUnexpected';

  @Column('text')
  code: string;

  @Column({ type: 'text', nullable: true })
  detail: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
