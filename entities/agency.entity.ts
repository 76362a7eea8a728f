import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 经办机构. The id is the six-digit region code; `number` the three digits it has in case numbers. */
@Entity('agency')
export class AgencyEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  number: string;

  @Column({ type: 'text', nullable: true })
  telephone: string | null;
}
