import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A closed case whose numbers are still to be taken. */
@Entity('result_due')
export class ResultDueEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since: Date;
}
