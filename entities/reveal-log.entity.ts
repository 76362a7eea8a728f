import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody saw a personal value in full, and why. */
@Entity('reveal_log')
export class RevealLogEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  accountId: string;

  @Column('text')
  agency: string;

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ type: 'text', nullable: true })
  personId: string | null;

  @Column({ type: 'text', nullable: true })
  sealedValueId: string | null;

  @Column({ type: 'text', array: true })
  fields: string[];

  @Column('text')
  reason: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
