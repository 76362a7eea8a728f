import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last serial given to a case of an agency on a day. */
@Entity('case_counter')
export class CaseCounterEntity {
  @PrimaryColumn('text')
  agency: string;

  @PrimaryColumn('date')
  day: string;

  @Column('int')
  serial: number;
}
