import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list that another department pushed. Its number stands for one content for ever. */
@Entity('pushed_list')
export class PushedListEntity {
  @PrimaryColumn('text')
  sender: string;

  @PrimaryColumn('text')
  listNo: string;

  @Column('text')
  agency: string;

  @Column('text')
  kind: string;

  /** The department that identified the persons, in its own words. */
  @Column('text')
  department: string;

  @Column('date')
  issuedOn: string;

  @Column('text')
  bodyHash: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  receivedAt: Date;
}
