import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An outside effect that keeps failing, with its attempts; gone when it succeeds. Codes only, no content. */
@Entity('trouble')
export class TroubleEntity {
  @PrimaryColumn('text')
  caseNo: string;

  @PrimaryColumn('text')
  activity: string;

  @PrimaryColumn('text')
  key: string;

  @Column('int')
  attempt: number;

  @Column('text')
  code: string;

  @Column('timestamptz')
  since: Date;

  @Column('timestamptz')
  at: Date;
}
