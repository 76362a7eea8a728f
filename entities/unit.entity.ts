import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An office or section of an agency. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
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
