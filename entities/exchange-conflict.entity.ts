import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A letter that came again under its number with another text: refused, and kept as proof. */
@Entity('exchange_conflict')
export class ExchangeConflictEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  fromAgency: string;

  @Column('text')
  letterNo: string;

  @Column('text')
  keptHash: string;

  @Column('text')
  refusedHash: string;

  @Column('text')
  refusedSealed: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  receivedAt: Date;
}
