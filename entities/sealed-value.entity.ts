import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A personal value of a form; the case holds its id and mask only. */
@Entity('sealed_value')
export class SealedValueEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  agency: string;

  @Column('text')
  kind: string;

  @Column('text')
  ciphertext: string;

  @Column('text')
  masked: string;

  @Column('text')
  blindIndex: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
