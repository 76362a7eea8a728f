import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A letter as it came in, stored before anything is done with it. `state`: stored, applied, parked, unmatched, refused, dismissed (worked off without a case). */
@Entity('letter_inbox')
export class LetterInboxEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  fromAgency: string;

  @Column('text')
  letterNo: string;

  @Column('text')
  toAgency: string;

  @Column('text')
  type: string;

  @Column({ type: 'text', nullable: true })
  inReplyTo: string | null;

  @Column('text')
  subject: string;

  @Column('date')
  issuedOn: string;

  @Column('date')
  receivedOn: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  receivedAt: Date;

  /** SHA-256 of the canonical letter: a repeat or a changed letter. */
  @Column('text')
  bodyHash: string;

  /** The envelope as JSON, sealed. */
  @Column('text')
  bodySealed: string;

  @Column('text')
  state: 'stored' | 'applied' | 'parked' | 'unmatched' | 'refused' | 'dismissed';

  @Column({ type: 'text', nullable: true })
  caseNo: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'int', default: 0 })
  attempts: number;

  @Column({ type: 'text', nullable: true })
  lastError: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Column({ type: 'text', nullable: true })
  handledBy: string | null;
}
