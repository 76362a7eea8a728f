import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person or body that has cases. Sealed columns hold ciphertext, masked ones what lists show, index ones blind indexes. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  agency: string;

  @Column('text')
  kind: string;

  @Column('text')
  nameSealed: string;

  @Column('text')
  nameMasked: string;

  @Column('text')
  nameIndex: string;

  @Column('text')
  idNumberSealed: string;

  @Column('text')
  idNumberMasked: string;

  @Column('text')
  idNumberIndex: string;

  @Column('text')
  subject: string;

  @Column({ type: 'text', nullable: true })
  phoneSealed: string | null;

  @Column({ type: 'text', nullable: true })
  phoneMasked: string | null;

  @Column({ type: 'text', nullable: true })
  phoneIndex: string | null;

  @Column({ type: 'text', nullable: true })
  bankAccountSealed: string | null;

  @Column({ type: 'text', nullable: true })
  bankAccountMasked: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;
}
