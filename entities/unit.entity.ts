import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An office or section of an agency; its id is the agency's own: both have a `transfer-section`. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('text')
  id: string;

  @PrimaryColumn('text')
  agency: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: string;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ type: 'text', nullable: true })
  telephone: string | null;
}
