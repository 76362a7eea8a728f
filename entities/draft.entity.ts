import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A form begun and not yet handed in. */
@Entity('draft')
export class DraftEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  accountId: string;

  @Column('text')
  agency: string;

  @Column('text')
  itemCode: string;

  @Column('text')
  contentSealed: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
